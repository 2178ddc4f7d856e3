using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow;

namespace CallRecording.Tasks.Recordings;

/// <summary>Presigned URLs of recordings, each valid for some minutes.</summary>
internal sealed class AudioLinks(IAmazonS3 s3, TimeProvider time)
{
    /// <summary>How long an address works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <param name="contentType">What S3 shall say that it is: publishers often do not.</param>
    /// <returns>Null where there is no such object.</returns>
    public async Task<Uri?> FindAsync(S3Uri audio, string contentType, CancellationToken cancellationToken)
    {
        var head = new GetObjectMetadataRequest { BucketName = audio.Bucket, Key = audio.Key };
        try
        {
            await ServiceErrors.TranslateAsync(
                $"HeadObject {audio}", () => s3.GetObjectMetadataAsync(head, cancellationToken));
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        return new Uri(await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = audio.Bucket,
            Key = audio.Key,
            Verb = HttpVerb.GET,
            Expires = (time.GetUtcNow() + Lifetime).UtcDateTime,
            Protocol = IsPlainHttp(audio) ? Protocol.HTTP : Protocol.HTTPS,
            ResponseHeaderOverrides = new ResponseHeaderOverrides { ContentType = contentType },
        }));
    }

    // An emulator's address; the SDK would write https whatever the client is made for.
    private bool IsPlainHttp(S3Uri audio) =>
        s3.DetermineServiceOperationEndpoint(new GetObjectRequest { BucketName = audio.Bucket, Key = audio.Key })
            .URL.StartsWith("http:", StringComparison.Ordinal);
}
