using System.Net;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A request's body from a stream that the caller disposes of.</summary>
internal sealed class UnownedStreamContent(Stream stream) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream target, TransportContext context) =>
        stream.CopyToAsync(target);

    protected override bool TryComputeLength(out long length)
    {
        length = stream.CanSeek ? stream.Length - stream.Position : 0;
        return stream.CanSeek;
    }
}
