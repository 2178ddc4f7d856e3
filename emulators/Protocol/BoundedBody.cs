using Microsoft.AspNetCore.Http;

namespace CallRecording.Emulators.Protocol;

/// <summary>A request's body, or only its size when that is too large.</summary>
/// <param name="Content">Null when too large.</param>
/// <param name="SizeBytes">When too large and not announced: as much as was read.</param>
internal sealed record BoundedBody(byte[]? Content, int SizeBytes)
{
    private const int BufferBytes = 64 * 1024;

    public static async Task<BoundedBody> ReadAsync(HttpRequest request, int maximumBytes)
    {
        if (request.ContentLength > maximumBytes)
        {
            return new(null, (int)Math.Min(request.ContentLength.Value, int.MaxValue));
        }

        using var content = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[BufferBytes];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            await content.WriteAsync(buffer.AsMemory(0, count), request.HttpContext.RequestAborted);
            if (content.Length > maximumBytes)
            {
                return new(null, (int)content.Length);
            }
        }

        return new(content.ToArray(), (int)content.Length);
    }
}
