using System.Security.Cryptography;
using System.Text;

namespace CallRecording.Tasks.Api.Answers;

/// <summary>ETag and If-None-Match (RFC 9110, 8.8.3 and 13.1.2): a repeated request for an unchanged answer gets
/// a 304 without a body.</summary>
internal static class Revalidation
{
    private const int DigestBytes = 16;

    public static ApiResponse Answer(ApiRequest request, ApiResponse response)
    {
        if (response.StatusCode != 200)
        {
            return response;
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(response.Body))[..DigestBytes];
        var tag = $"\"{Convert.ToHexStringLower(digest)}\"";
        // private, no-cache: only the client keeps the answer, and it revalidates before each use.
        var tagged = response.With(("ETag", tag), ("Cache-Control", "private, no-cache"));
        return request.Header("If-None-Match") is { } known && Names(known, tag)
            ? tagged with { StatusCode = 304, Body = string.Empty }
            : tagged;
    }

    // Weak comparison: what stands on the way, a compressing gateway, may have made the tag weak.
    private static bool Names(string header, string tag) => header.Trim() == "*"
        || header.Split(',').Select(one => one.Trim()).Any(one => one == tag || one == "W/" + tag);
}
