using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Emulators.Bda.Objects;

namespace CallRecording.Emulators.Bda.Recorded;

/// <summary>A file that the service once wrote, wherever it lies. It may be large, so it is only ever read as a
/// stream.</summary>
internal abstract record RecordedFile
{
    /// <summary>From its beginning.</summary>
    public abstract Task<Stream> OpenAsync(IAmazonS3 s3, CancellationToken cancellationToken);

    /// <summary>Its first half, which is cut off somewhere.</summary>
    public abstract Task<Stream> OpenHalfAsync(IAmazonS3 s3, CancellationToken cancellationToken);

    internal sealed record InS3(ObjectLocation Location, long SizeBytes) : RecordedFile
    {
        public override Task<Stream> OpenAsync(IAmazonS3 s3, CancellationToken cancellationToken) =>
            OpenAsync(s3, range: null, cancellationToken);

        public override Task<Stream> OpenHalfAsync(IAmazonS3 s3, CancellationToken cancellationToken) =>
            OpenAsync(s3, new ByteRange(0, Math.Max(0, (SizeBytes / 2) - 1)), cancellationToken);

        // Disposing the stream ends the answer that it belongs to.
        private async Task<Stream> OpenAsync(IAmazonS3 s3, ByteRange? range, CancellationToken cancellationToken)
        {
            var request = new GetObjectRequest
            {
                BucketName = Location.Bucket,
                Key = Location.Key,
                ByteRange = range,
            };
            return (await s3.GetObjectAsync(request, cancellationToken)).ResponseStream;
        }
    }

    internal sealed record OnDisk(string Path) : RecordedFile
    {
        public override Task<Stream> OpenAsync(IAmazonS3 s3, CancellationToken cancellationToken) =>
            Task.FromResult<Stream>(File.OpenRead(Path));

        public override async Task<Stream> OpenHalfAsync(IAmazonS3 s3, CancellationToken cancellationToken)
        {
            var bytes = await File.ReadAllBytesAsync(Path, cancellationToken);
            return new MemoryStream(bytes, 0, bytes.Length / 2, writable: false);
        }
    }
}
