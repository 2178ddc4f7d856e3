using Pulumi;
using Pulumi.Utilities;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class OptionsTests
{
    [Fact]
    public async Task Merged_options_take_the_second_value_and_both_lists()
    {
        var first = new CustomResourceOptions
        {
            Protect = true,
            Version = "1",
            IgnoreChanges = { "a" },
            AdditionalSecretOutputs = { "x" },
            Aliases = { new Alias { Name = "old" } },
        };
        var second = new CustomResourceOptions
        {
            Protect = false,
            ImportId = "id",
            DeleteBeforeReplace = true,
            IgnoreChanges = { "b" },
            RetainOnDelete = true,
            ReplaceOnChanges = { "c" },
        };

        var merged = CustomResourceOptions.Merge(first, second);

        Assert.False(merged.Protect);
        Assert.Equal("1", merged.Version);
        Assert.Equal("id", merged.ImportId);
        Assert.True(merged.DeleteBeforeReplace);
        Assert.True(merged.RetainOnDelete);
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["x"], merged.AdditionalSecretOutputs);
        Assert.Equal(["c"], merged.ReplaceOnChanges);
        var alias = await OutputUtilities.GetValueAsync(Assert.Single(merged.Aliases).ToOutput());
        Assert.Equal("old", await OutputUtilities.GetValueAsync(alias.Name.ToOutput()));
        Assert.Equal(["a"], first.IgnoreChanges);
    }

    [Fact]
    public void Nothing_merges_to_empty_options()
    {
        Assert.Null(CustomResourceOptions.Merge(null, null).Protect);
        Assert.Empty(ComponentResourceOptions.Merge(null, new ComponentResourceOptions()).Providers);
    }
}
