using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Emulators.Protocol;

/// <summary>Refuses requests that pages of other origins make a browser send here. One machine has no sign-in, so every
/// open page could otherwise read calls and start jobs. AWS's clients send none of these headers.
/// <c>cross-origin-protection.mjs</c> applies the same rules in front of the emulators.</summary>
internal static class CrossOriginProtection
{
    private static readonly string[] Names = ["127.0.0.1", "localhost", "[::1]"];

    // What a link, a player or a form elsewhere may load; it cannot read it.
    private static readonly string[] LinkedDestinations = ["document", "audio", "video"];

    /// <param name="server">Everything after it is protected.</param>
    /// <param name="linked">True where addresses are opened and played from other pages.</param>
    public static void UseCrossOriginProtection(this IApplicationBuilder server, bool linked = false) =>
        server.Use((context, next) => Refusal(context.Request, linked) is { } refusal
            ? RefuseAsync(context, refusal)
            : next(context));

    /// <returns>Null for a request that may go on.</returns>
    private static string? Refusal(HttpRequest request, bool linked)
    {
        // A page elsewhere whose name was made to resolve to 127.0.0.1 would otherwise be of this origin.
        var host = request.Host.Value ?? string.Empty;
        var port = request.HttpContext.Connection.LocalPort;
        if (!Names.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) || (request.Host.Port ?? 80) != port)
        {
            return $"The host is '{host}', expected 127.0.0.1:{port} or localhost:{port}.";
        }

        if (request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{host}")
        {
            return $"The request comes from '{origin}', expected {request.Scheme}://{host}.";
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site is "" or "same-origin" || IsRead(request) && (site is "none" || linked && IsLinked(request))
            ? null
            : $"The request comes from a page that is '{site}', expected same-origin.";
    }

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool IsLinked(HttpRequest request) =>
        LinkedDestinations.Contains(request.Headers["Sec-Fetch-Dest"].ToString());

    private static Task RefuseAsync(HttpContext context, string message)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsJsonAsync(
            new JsonObject { ["__type"] = "AccessDeniedException", ["message"] = message }, context.RequestAborted);
    }
}
