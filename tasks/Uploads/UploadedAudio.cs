using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow;

namespace CallRecording.Tasks.Uploads;

/// <summary>Recordings that users upload: the presigned URL to put one to, and whether it arrived.</summary>
internal sealed class UploadedAudio(IAmazonS3 s3, TimeProvider time)
{
    public static readonly TimeSpan AddressLifetime = TimeSpan.FromMinutes(15);

    private const string IfNoneMatch = "If-None-Match";

    /// <summary>With which a file is put: of this content type, and only where there is none yet. S3 answers 412
    /// otherwise: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html.</summary>
    public static IReadOnlyDictionary<string, string> HeadersFor(string contentType) => new Dictionary<string, string>
    {
        ["Content-Type"] = contentType,
        [IfNoneMatch] = "*",
    };

    /// <param name="headers">The only ones that the address takes: see <see cref="HeadersFor"/>.</param>
    /// <param name="sizeBytes">Of the file: it is signed too, as the header that browsers and clients send by
    /// themselves, so that S3 takes nothing larger.</param>
    public async Task<Uri> AddressForAsync(S3Uri audio, IReadOnlyDictionary<string, string> headers, long sizeBytes)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = audio.Bucket,
            Key = audio.Key,
            Verb = HttpVerb.PUT,
            ContentType = headers["Content-Type"],
            Expires = (time.GetUtcNow() + AddressLifetime).UtcDateTime,
            Protocol = IsPlainHttp(audio) ? Protocol.HTTP : Protocol.HTTPS,
        };
        request.Headers[IfNoneMatch] = headers[IfNoneMatch];
        request.Headers.ContentLength = sizeBytes;
        return new Uri(await s3.GetPreSignedURLAsync(request));
    }

    /// <returns>In bytes; null where there is no such object.</returns>
    public async Task<long?> SizeAsync(S3Uri audio, CancellationToken cancellationToken)
    {
        var request = new GetObjectMetadataRequest { BucketName = audio.Bucket, Key = audio.Key };
        try
        {
            return (await ServiceErrors.TranslateAsync(
                $"HeadObject {audio}", () => s3.GetObjectMetadataAsync(request, cancellationToken))).ContentLength;
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // An emulator's address; the SDK would write https whatever the client is made for.
    private bool IsPlainHttp(S3Uri audio) =>
        s3.DetermineServiceOperationEndpoint(new PutObjectRequest { BucketName = audio.Bucket, Key = audio.Key })
            .URL.StartsWith("http:", StringComparison.Ordinal);
}
