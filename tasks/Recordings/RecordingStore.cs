using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tasks.Recordings;

/// <summary>The audio, where its publisher put it.</summary>
internal sealed class RecordingStore(IAmazonS3 s3)
{
    /// <exception cref="AudioRejectedException">There is no such object.</exception>
    public async Task<RecordingFacts> FindAsync(S3Uri audio, CancellationToken cancellationToken)
    {
        var request = new GetObjectMetadataRequest { BucketName = audio.Bucket, Key = audio.Key };
        try
        {
            var head = await ServiceErrors.TranslateAsync(
                $"HeadObject {audio}", () => s3.GetObjectMetadataAsync(request, cancellationToken));
            return new RecordingFacts(head.ContentLength, head.ETag?.Trim('"') ?? string.Empty);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            throw new AudioRejectedException(
                $"There is no object {audio}: check the notification's audioS3Uri, or upload the audio and redrive.",
                error);
        }
    }
}
