using Pulumi;
using Pulumi.Aws.ApiGateway;

namespace CallRecording.Tests.Standins.PulumiAws;

/// <summary>As the package's own code makes it (npm's @pulumi/aws 7.37.0, apigateway/apiKey.js).</summary>
public sealed class WhenAnArgumentIsSecret
{
    [Fact]
    public async Task A_plain_value_becomes_a_secret() =>
        Assert.True(await Output.IsSecretAsync(new ApiKeyArgs { Value = "20-characters-or-more" }.Value.ToOutput()));

    [Fact]
    public void None_stays_none() => Assert.Null(new ApiKeyArgs { Value = null }.Value);
}
