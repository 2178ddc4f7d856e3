using System.Globalization;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tasks.Results;

/// <summary>Objects of S3 that are read whole, and are never larger than a result may be.</summary>
/// <param name="bound">Where the limit comes from, for the error; empty for nowhere.</param>
internal sealed class ResultObjects(IAmazonS3 s3, long maxBytes, string bound = "")
{
    /// <param name="version">S3's version; null for the present one.</param>
    /// <returns>Null where it is gone.</returns>
    /// <exception cref="ResultsUnreadableException">It is larger than any result that makes sense.</exception>
    public async Task<ReadOnlyMemory<byte>?> FindAsync(S3Uri file, string? version, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = file.Bucket, Key = file.Key, VersionId = version };
        try
        {
            return await ServiceErrors.TranslateAsync(
                $"GetObject {file}", () => ReadAsync(file, request, cancellationToken));
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
        if (answer.ContentLength > maxBytes)
        {
            throw new ResultsUnreadableException(string.Create(
                CultureInfo.InvariantCulture,
                $"{file} has {answer.ContentLength} bytes, expected at most {maxBytes}{bound}."));
        }

        var buffer = new MemoryStream((int)Math.Max(answer.ContentLength, 0));
        await answer.ResponseStream.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
