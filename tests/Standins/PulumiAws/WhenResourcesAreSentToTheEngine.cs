using CallRecording.Tests.Infra.Terraform;
using CallRecording.Tests.Packages.PulumiAws;

namespace CallRecording.Tests.Standins.PulumiAws;

/// <summary>The stand-in has what leads back to Terraform, and nothing else.</summary>
public sealed class WhenResourcesAreSentToTheEngine
{
    public static TheoryData<string> Tokens => [.. ResourceTypes.All.Keys];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Each_argument_leads_to_Terraform(string token) =>
        AssertSame(PackagedResource.ArgumentsOf(token), ResourceTypes.All[token].Inputs);

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Each_output_comes_from_Terraform(string token) =>
        Assert.Equal(ResourceTypes.All[token].Outputs.Keys, PackagedResource.OutputsOf(token));

    private static void AssertSame(Type arguments, IReadOnlyDictionary<string, Property> mapped)
    {
        var members = PackagedResource.InputsOf(arguments);

        Assert.Equal(mapped.Keys.Order(StringComparer.Ordinal), members.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, property) in mapped)
        {
            if (property.Block is { } block)
            {
                AssertSame(members[name].GetGenericArguments()[0], block);
            }
        }
    }
}
