using CallRecording.Tests.Infra.Terraform;

namespace CallRecording.Tests.Packages.PulumiAws;

/// <summary>What the plan maps to Terraform is there, under that name; the package may have more.</summary>
public sealed class WhenResourcesAreRegistered
{
    public static TheoryData<string> Tokens => [.. ResourceTypes.All.Keys];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Each_mapped_argument_is_one(string token) =>
        AssertHas(token, PackagedResource.ArgumentsOf(token), ResourceTypes.All[token].Inputs);

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Each_mapped_output_is_one(string token) => Assert.Subset(
        PackagedResource.OutputsOf(token).ToHashSet(), ResourceTypes.All[token].Outputs.Keys.ToHashSet<string?>());

    private static void AssertHas(string where, Type arguments, IReadOnlyDictionary<string, Property> mapped)
    {
        var members = PackagedResource.InputsOf(arguments);
        foreach (var (name, property) in mapped)
        {
            Assert.True(members.ContainsKey(name), $"{where} has no '{name}'.");
            if (property.Block is { } block)
            {
                AssertHas($"{where}.{name}", members[name].GetGenericArguments()[0], block);
            }
        }
    }
}
