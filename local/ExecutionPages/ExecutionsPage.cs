using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace CallRecording.Local.ExecutionPages;

/// <summary>
/// What the Step Functions console shows of executions: the page at /executions and the API that it asks.
/// </summary>
/// <param name="directory">The page's files.</param>
/// <param name="stateMachineArn">Whose executions they are.</param>
/// <param name="stepFunctions">Answers an operation of Step Functions.</param>
internal sealed class ExecutionsPage(string directory, string stateMachineArn, RequestDelegate stepFunctions)
{
    public const string Root = "/executions";

    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public void Serve(IApplicationBuilder front)
    {
        var api = new ExecutionsApi(stateMachineArn, stepFunctions);
        var files = new PhysicalFileProvider(Path.GetFullPath(directory));
        front.Map(Root, branch =>
        {
            branch.Use(PrepareAsync);
            branch.Map("/api", calls => calls.Run(api.ForwardAsync));
            branch.Map("/calls", calls => calls.Run(ExecutionsApi.HashAsync));
            branch.Map("/machine", calls => calls.Run(api.MachineAsync));
            branch.UseStaticFiles(new StaticFileOptions { FileProvider = files });
            branch.Run(Web.WebFiles.NotFoundAsync);
        });
    }

    private static Task PrepareAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        if (context.Request.Path.Value is null or "" or "/")
        {
            context.Request.Path = "/index.html";
        }

        return next(context);
    }
}
