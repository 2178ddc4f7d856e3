using System.Collections.Immutable;
using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class WhenAPreviewIsRun
{
    private static readonly TestOptions Preview = new() { IsPreview = true };

    private readonly Carpenter carpenter = new();

    [Fact]
    public async Task It_is_what_runs_by_default()
    {
        bool? dryRun = null;

        await Deployment.TestAsync(carpenter, new TestOptions(), () => { dryRun = Deployment.Instance.IsDryRun; });

        Assert.True(dryRun);
    }

    [Fact]
    public async Task Outputs_the_mocks_say_nothing_about_are_unknown()
    {
        var resources = await Deployment.TestAsync(
            carpenter, Preview, () => { _ = new Shelf("only", new ShelfArgs { Label = "books" }); });

        var shelf = Assert.IsType<Shelf>(Assert.Single(resources));
        Assert.False(await OutputUtilities.GetIsKnownAsync(shelf.Address));
        Assert.True(await OutputUtilities.GetIsKnownAsync(shelf.Label));
        Assert.True(await OutputUtilities.GetIsKnownAsync(shelf.Id));
    }

    [Fact]
    public async Task A_resource_without_an_id_has_an_unknown_one()
    {
        var resources = await Deployment.TestAsync(
            new Carpenter { IdOf = _ => null }, Preview, () => { _ = new Shelf("only"); });

        var shelf = Assert.IsType<Shelf>(Assert.Single(resources));
        Assert.False(await OutputUtilities.GetIsKnownAsync(shelf.Id));
    }

    [Fact]
    public async Task Nothing_runs_on_an_unknown_value()
    {
        var ran = false;

        var (_, outputs) = await Deployment.TestAsync(carpenter, Preview, () =>
        {
            var shelf = new Shelf("only");
            return new Dictionary<string, object?>
            {
                ["text"] = shelf.Address.Apply(address =>
                {
                    ran = true;
                    return $"in {address}";
                }),
            };
        });

        Assert.False(ran);
        var text = Assert.IsType<Output<string>>(outputs["text"]);
        Assert.False(await OutputUtilities.GetIsKnownAsync(text));
    }

    [Fact]
    public async Task Unknown_arguments_are_left_out_with_all_they_are_part_of()
    {
        await Deployment.TestAsync(carpenter, Preview, () =>
        {
            var first = new Shelf("first");
            _ = new Shelf("second", new ShelfArgs
            {
                Label = first.Address.Apply(address => address ?? ""),
                Sizes = { 1, first.Width },
                Labels = { ["known"] = "a", ["unknown"] = first.Label },
                Support = new SupportArgs { Kind = first.Label },
                Place = "here",
            });
        });

        Assert.Equal(["place"], carpenter["second"].Inputs.Keys);
    }

    [Fact]
    public async Task A_secret_that_is_unknown_stays_secret()
    {
        var unknown = Output.CreateSecret(OutputUtilities.CreateUnknown("x")).Apply(text => text.Length);

        Assert.True(await Output.IsSecretAsync(unknown));
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
    }

    [Fact]
    public async Task What_is_unknown_in_one_of_several_makes_all_of_them_so()
    {
        var unknown = OutputUtilities.CreateUnknown("x");

        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"{"a"} {unknown}")));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(Output.Create("a"), unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Tuple(Output.Create(1), unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(
            Output.JsonSerialize(Output.Create(ImmutableArray.Create(Output.Create("a"), unknown)))));
    }
}
