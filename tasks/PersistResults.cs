using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Amazon.S3;
using CallRecording.Tasks.Aws;
using CallRecording.Tasks.Settings;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Results;

namespace CallRecording.Tasks;

/// <summary>Reads what the job wrote; writes results.json and the call's item.</summary>
internal sealed class PersistResults(ResultFiles files, CallItems items, string outputBucket)
{
    // The result of the longest call that is accepted, 240 minutes, is about 10 MB; a manifest is under 1 KB.
    private const int MostResultBytes = 64 * 1024 * 1024;

    public static PersistResults Create(SettingsReader settings) => new(
        new ResultFiles(
            new AmazonS3Client(), settings.Whole("MOST_RESULT_BYTES", MostResultBytes, 1024, 1024 * 1024 * 1024)),
        new CallItems(new AmazonDynamoDBClient(), settings.Text("DYNAMODB_TABLE_NAME"), TimeProvider.System),
        settings.Text("S3_OUTPUT_BUCKET"));

    public async Task<ResultsPersisted> HandleAsync(JobSucceeded succeeded, ILambdaContext context)
    {
        var (call, execution) = (succeeded.Call, succeeded.Execution);
        var manifestUri = ManifestOf(call);
        var results = await ReadAsync(manifestUri);

        // Asked before results.json is written, so that a stale execution leaves a later one's alone.
        var written = await items.IsCurrentAsync(call, execution, CancellationToken.None)
            ? await WriteAsync(call, execution, manifestUri, results)
            : null;
        LogPersisted(context.Logger, call, execution, written);
        var key = CallItemKey.Of(call);
        return new ResultsPersisted(
            call.CallId, key.Hash, key.EpochSeconds, written?.ToString(), Superseded: written is null);
    }

    private static S3Uri ManifestOf(Call call) =>
        S3Uri.TryParse(call.Job?.ManifestS3Uri, out var uri, out var problem)
            ? uri
            : throw new ResultsUnreadableException($"The job of call {call.CallId} names no manifest: {problem}");

    private async Task<CallResults> ReadAsync(S3Uri manifestUri)
    {
        var manifest = JobManifest.Read(await files.ReadAsync(manifestUri, CancellationToken.None));
        var standard = StandardResult.Read(await files.ReadAsync(manifest.StandardOutput, CancellationToken.None));
        var custom = manifest.CustomOutput is { } uri
            ? CustomResult.Read(await files.ReadAsync(uri, CancellationToken.None))
            : null;
        return CallResults.Of(standard, custom);
    }

    /// <returns>Null when a later execution took the item meanwhile.</returns>
    private async Task<S3Uri?> WriteAsync(Call call, Execution execution, S3Uri manifestUri, CallResults results)
    {
        var resultsUri = new S3Uri(outputBucket, $"{CallKey.Of(call.CallId)}/results.json");
        var document = new CallRecord(RecordedCall.Of(call, manifestUri), results).ToResultsJson();
        var version = await files.WriteAsync(resultsUri, document, CancellationToken.None);
        var attributes = ResultAttributes.Of(results, manifestUri, resultsUri, version, call.Metadata);
        return await items.TrySucceedAsync(call, execution, attributes, CancellationToken.None) ? resultsUri : null;
    }

    private static void LogPersisted(ILambdaLogger logger, Call call, Execution execution, S3Uri? written) =>
        logger.LogInformation(
            "Call {CallId}: {ExecutionName} persisted {ResultsUri}",
            call.CallId,
            execution.Name,
            written?.ToString() ?? "nothing, because a later execution owns the item");
}
