using System.Security.Cryptography;
using System.Text;
using Pulumi;
using Pulumi.Aws.ApiGateway;

namespace CallRecording.Infra.Api;

/// <summary>What the API's tokens are signed with: made once, by AWS, and never shown. API Gateway's keys are such
/// random texts; this one belongs to no usage plan, so that it opens nothing.</summary>
internal static class PageTokenKey
{
    public static Output<string> Of(ComponentResourceOptions options)
    {
        var random = new ApiKey(
            Names.Of("tokens"),
            new() { Name = Names.Of("tokens"), Description = "Signs the API's tokens. Opens nothing." },
            new() { Provider = options.Provider });
        return Output.CreateSecret(random.Value.Apply(text =>
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))));
    }
}
