using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Requests and answers that go through a proxy as they are.</summary>
internal static class Forwarding
{
    public static HttpRequestMessage Of(HttpRequest request, Uri target)
    {
        var forwarded = new HttpRequestMessage(
            new HttpMethod(request.Method), new Uri(target, $"{request.Path.ToUriComponent()}{request.QueryString}"));
        if (request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0)
        {
            forwarded.Content = new StreamContent(request.Body);
            forwarded.Content.Headers.ContentLength = request.ContentLength;
        }

        foreach (var (name, values) in request.Headers.Where(header => !IsOfTheConnection(header.Key)))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                forwarded.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return forwarded;
    }

    public static void Copy(HttpHeaders headers, HttpResponse response)
    {
        foreach (var (name, values) in headers.Where(header => !IsOfTheConnection(header.Key)))
        {
            response.Headers[name] = values.ToArray();
        }
    }

    private static bool IsOfTheConnection(string header) => header.ToLowerInvariant() is
        "connection" or "host" or "keep-alive" or "transfer-encoding" or "content-length" or "expect";
}
