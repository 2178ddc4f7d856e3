using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Results;

namespace CallRecording.Tasks.Results;

/// <summary>What jobs write to S3, and what is made of it.</summary>
internal sealed class ResultFiles(IAmazonS3 s3, long maxBytes)
{
    private const string ContentType = "application/json";

    private readonly ResultObjects objects = new(s3, maxBytes, " (MAX_RESULT_BYTES)");

    /// <exception cref="ResultsUnreadableException">It is missing, or larger than any result that makes
    /// sense.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(S3Uri file, CancellationToken cancellationToken) =>
        await objects.FindAsync(file, version: null, cancellationToken)
        ?? throw new ResultsUnreadableException(
            $"The job succeeded but {file} is missing: restore it and redrive, or publish the call again.");

    /// <summary>What a job found out, all of its files together.</summary>
    /// <exception cref="ResultsUnreadableException">A file is missing, or is not what the service
    /// documents.</exception>
    public async Task<CallResults> ReadJobAsync(S3Uri manifestUri, CancellationToken cancellationToken)
    {
        var manifest = JobManifest.Read(await ReadAsync(manifestUri, cancellationToken));
        var standard = StandardResult.Read(await ReadAsync(manifest.StandardOutput, cancellationToken));
        var custom = manifest.CustomOutput is { } uri
            ? CustomResult.Read(await ReadAsync(uri, cancellationToken))
            : null;
        return CallResults.Of(standard, custom);
    }

    /// <returns>S3's version of the object; null where the bucket keeps none.</returns>
    public async Task<string?> WriteAsync(S3Uri file, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        var version = await ServiceErrors.TranslateAsync(
            $"PutObject {file}",
            () => json.Length <= ObjectParts.PartBytes
                ? PutAsync(file, json, cancellationToken)
                : ObjectParts.WriteAsync(s3, file, json, ContentType, cancellationToken));
        return string.IsNullOrEmpty(version) ? null : version;
    }

    private async Task<string?> PutAsync(S3Uri file, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(json.ToArray(), writable: false);
        var request = new PutObjectRequest
        {
            BucketName = file.Bucket,
            Key = file.Key,
            InputStream = body,
            ContentType = ContentType,
            AutoCloseStream = false,
        };
        return (await s3.PutObjectAsync(request, cancellationToken)).VersionId;
    }
}
