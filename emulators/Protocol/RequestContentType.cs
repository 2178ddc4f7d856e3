using Microsoft.AspNetCore.Http;

namespace CallRecording.Emulators.Protocol;

/// <summary>The content type as a second lock on doors that change something.</summary>
internal static class RequestContentType
{
    // https://fetch.spec.whatwg.org/#cors-safelisted-request-header: any page may send these anywhere, unasked.
    private static readonly string[] Safelisted =
        ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"];

    /// <summary>True for what no page of another origin can send before it was allowed to.</summary>
    public static bool NeedsPreflight(this HttpRequest request) =>
        !Safelisted.Contains(request.MediaType(), StringComparer.OrdinalIgnoreCase);

    /// <returns>The content type without its parameters; empty where there is none.</returns>
    public static string MediaType(this HttpRequest request) =>
        request.ContentType?.Split(';')[0].Trim() ?? string.Empty;
}
