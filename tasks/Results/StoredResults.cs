using Amazon.S3;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Results;

namespace CallRecording.Tasks.Results;

/// <summary>results.json, as answers read it.</summary>
internal sealed class StoredResults(IAmazonS3 s3)
{
    /// <summary>More than two files of <c>MAX_RESULT_BYTES</c> come to: what was persisted can be read.</summary>
    private readonly ResultObjects objects = new(s3, 2L * PersistResults.MaxResultBytes);

    /// <param name="version">S3's version; null where the bucket keeps none.</param>
    /// <returns>Null where it is gone.</returns>
    /// <exception cref="ResultsUnreadableException">It is none, or larger than any that makes sense.</exception>
    public async Task<CallRecord?> FindAsync(S3Uri file, string? version, CancellationToken cancellationToken) =>
        await objects.FindAsync(file, version, cancellationToken) is { } json ? CallRecord.ReadResultsJson(json) : null;
}
