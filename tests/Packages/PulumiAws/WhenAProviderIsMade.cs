using System.Collections.Immutable;
using CallRecording.Tests.Packages.PulumiModel;
using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Testing;

namespace CallRecording.Tests.Packages.PulumiAws;

/// <summary>What a provider is told that the program does not tell it.</summary>
[Collection(PulumiConfigCollection.Name)]
public sealed class WhenAProviderIsMade
{
    private const string Region = "AWS_REGION";
    private const string OtherRegion = "AWS_DEFAULT_REGION";

    [Theory]
    [InlineData("eu-west-1", "us-west-2", "eu-west-1")]
    [InlineData(null, "us-west-2", "us-west-2")]
    public async Task The_region_is_the_environments(string? first, string? second, string expected)
    {
        var inputs = await InputsAsync(first, second, args: null);

        Assert.Equal(expected, inputs["region"]);
    }

    [Fact]
    public async Task Without_any_there_is_none()
    {
        var inputs = await InputsAsync(null, null, args: null);

        Assert.DoesNotContain("region", inputs.Keys);
    }

    [Fact]
    public async Task The_programs_region_comes_first()
    {
        var inputs = await InputsAsync("eu-west-1", null, new() { Region = "us-east-2" });

        Assert.Equal("us-east-2", inputs["region"]);
    }

    [Fact]
    public async Task Its_region_is_not_validated_and_its_credentials_are()
    {
        var inputs = await InputsAsync("eu-west-1", null, new());

        Assert.Equal(("true", "false"), (inputs["skipRegionValidation"], inputs["skipCredentialsValidation"]));
    }

    private static async Task<ImmutableDictionary<string, object>> InputsAsync(
        string? region, string? otherRegion, ProviderArgs? args)
    {
        var before = (Environment.GetEnvironmentVariable(Region), Environment.GetEnvironmentVariable(OtherRegion));
        var carpenter = new Carpenter();
        try
        {
            Environment.SetEnvironmentVariable(Region, region);
            Environment.SetEnvironmentVariable(OtherRegion, otherRegion);
            await Deployment.TestAsync(
                carpenter, new TestOptions { IsPreview = false }, () => { _ = new Provider("here", args); });
        }
        finally
        {
            Environment.SetEnvironmentVariable(Region, before.Item1);
            Environment.SetEnvironmentVariable(OtherRegion, before.Item2);
        }

        return carpenter["here"].Inputs;
    }
}
