using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.Cognito;
using Pulumi.Testing;

namespace CallRecording.Tests.Packages.PulumiAws;

public sealed class WhenAResourceHasSecrets
{
    [Fact]
    public async Task The_value_of_an_api_key_is_one() => Assert.Equal(
        ["value"], await SecretOutputsAsync(options => new ApiKey("key", options: options)));

    [Fact]
    public async Task The_secret_of_a_user_pools_client_is_one() => Assert.Equal(
        ["clientSecret", "mine"],
        await SecretOutputsAsync(
            options => new UserPoolClient("client", new() { UserPoolId = "pool" }, options), "mine"));

    [Fact]
    public async Task An_api_key_without_a_description_has_Pulumis()
    {
        var carpenter = new Carpenter();

        await Pulumi.Deployment.TestAsync(carpenter, new TestOptions { IsPreview = false }, () =>
        {
            _ = new ApiKey("plain");
            _ = new ApiKey("described", new() { Description = "of the page" });
        });

        Assert.Equal("Managed by Pulumi", carpenter["plain"].Inputs["description"]);
        Assert.Equal("of the page", carpenter["described"].Inputs["description"]);
    }

    /// <summary>What the engine is asked to keep secret, beside what the program asks for.</summary>
    private static async Task<IEnumerable<string>> SecretOutputsAsync(
        Func<CustomResourceOptions, CustomResource> create, params string[] asked)
    {
        var seen = new List<string>();
        await Pulumi.Deployment.TestAsync(new Carpenter(), new TestOptions { IsPreview = false }, () =>
        {
            var options = new CustomResourceOptions { ResourceTransformations = { Look } };
            options.AdditionalSecretOutputs.AddRange(asked);
            _ = create(options);
        });
        return seen.Order(StringComparer.Ordinal);

        ResourceTransformationResult? Look(ResourceTransformationArgs args)
        {
            seen.AddRange(((CustomResourceOptions)args.Options).AdditionalSecretOutputs);
            return null;
        }
    }
}
