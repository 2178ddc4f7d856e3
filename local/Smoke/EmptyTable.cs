using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Local.Smoke;

/// <summary>DynamoDB with an empty table, for clients that sign their requests.</summary>
internal static class EmptyTable
{
    private const string Signed = "AWS4-HMAC-SHA256 ";

    public static Task<LoopbackService> StartAsync(CancellationToken cancellationToken) =>
        LoopbackService.StartAsync(0, routes => routes.MapPost("/", AnswerAsync), cancellationToken);

    private static Task AnswerAsync(HttpContext context)
    {
        if (!context.Request.Headers.Authorization.ToString().StartsWith(Signed, StringComparison.Ordinal))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/x-amz-json-1.0";
        return context.Response.WriteAsync("""{"Items":[],"Count":0,"ScannedCount":0}""", context.RequestAborted);
    }
}
