using System.Globalization;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Results;

namespace CallRecording.Tasks.Results;

/// <summary>results.json, as answers read it.</summary>
internal sealed class StoredResults(IAmazonS3 s3)
{
    /// <summary>More than two files of <c>MOST_RESULT_BYTES</c> come to: what was persisted can be read.</summary>
    private const long MaxBytes = 2L * PersistResults.MaxResultBytes;

    /// <param name="version">S3's version; null where the bucket keeps none.</param>
    /// <returns>Null where it is gone.</returns>
    /// <exception cref="ResultsUnreadableException">It is none, or larger than any that makes sense.</exception>
    public async Task<CallRecord?> FindAsync(S3Uri file, string? version, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = file.Bucket, Key = file.Key, VersionId = version };
        try
        {
            var json = await ServiceErrors.TranslateAsync(
                $"GetObject {file}", () => ReadAsync(file, request, cancellationToken));
            return CallRecord.ReadResultsJson(json);
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(
        S3Uri file, GetObjectRequest request, CancellationToken cancellationToken)
    {
        using var answer = await s3.GetObjectAsync(request, cancellationToken);
        if (answer.ContentLength > MaxBytes)
        {
            throw new ResultsUnreadableException(string.Create(
                CultureInfo.InvariantCulture,
                $"{file} has {answer.ContentLength} bytes, expected at most {MaxBytes}."));
        }

        var buffer = new MemoryStream((int)Math.Max(answer.ContentLength, 0));
        await answer.ResponseStream.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
