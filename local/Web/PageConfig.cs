using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Local.Web;

/// <summary>The page's configuration of its system, as the stack writes it beside the page.</summary>
/// <param name="Auth">none: one machine has no sign-in.</param>
/// <param name="ExecutionAddress">Of an execution, with its ARN in place of {arn}.</param>
internal sealed record PageConfig(
    string Auth, string SignIn, string ClientId, bool Uploads, string ExecutionAddress)
{
    private const string Path = "/config.json";

    public static PageConfig Of(WebServerOptions options) =>
        new("none", "", "", options.UploadsFunction is not null, "executions#{arn}");

    public void Serve(WebApplication server) => server.Map(
        Path,
        branch => branch.Run(context =>
        {
            context.Response.Headers.CacheControl = "no-cache";
            return context.Response.WriteAsJsonAsync(this, context.RequestAborted);
        }));
}
