using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Amazon.S3;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Results;
using CallRecording.Tasks.Settings;
using CallRecording.Tasks.Words;
using CallRecording.Workflow;
using CallRecording.Workflow.Cost;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Results;
using CallRecording.Workflow.Search;

namespace CallRecording.Tasks;

/// <summary>Reads what the job wrote; writes results.json, the call's item and the index of its words.</summary>
/// <param name="audioMinuteDollars">What a minute of audio costs.</param>
internal sealed class PersistResults(
    ResultFiles files, CallItems items, CallIndexing indexing, string outputBucket, decimal audioMinuteDollars)
{
    // The result of the longest call that is accepted, 240 minutes, is about 10 MB; a manifest is under 1 KB.
    internal const int MaxResultBytes = 64 * 1024 * 1024;
    private const double MaxMinuteDollars = 1000;

    public static PersistResults Create(SettingsReader settings) => Create(
        new AmazonDynamoDBClient(),
        settings.Text("DYNAMODB_TABLE_NAME"),
        settings.Text("WORDS_TABLE_NAME"),
        new AmazonS3Client(),
        settings.Text("S3_OUTPUT_BUCKET"),
        settings.Whole("MAX_RESULT_BYTES", MaxResultBytes, 1024, 1024 * 1024 * 1024),
        (decimal)settings.Number("AUDIO_MINUTE_DOLLARS", (double)CallCost.AudioMinuteDollars, 0, MaxMinuteDollars));

    public static PersistResults Create(
        IAmazonDynamoDB dynamoDb,
        string table,
        string wordsTable,
        IAmazonS3 s3,
        string outputBucket,
        long maxResultBytes,
        decimal audioMinuteDollars)
    {
        var files = new ResultFiles(s3, maxResultBytes);
        var items = new CallItems(dynamoDb, table, TimeProvider.System);
        var index = CallWordIndex.Of(dynamoDb, wordsTable);
        return new(files, items, new CallIndexing(items, files, index), outputBucket, audioMinuteDollars);
    }

    public async Task<ResultsPersisted> HandleAsync(JobSucceeded succeeded, ILambdaContext context)
    {
        var (call, execution) = (succeeded.Call, succeeded.Execution);
        var persisted = await PersistAsync(call, execution, CancellationToken.None);
        LogPersisted(context.Logger, call, execution, persisted.ResultsS3Uri);
        return persisted;
    }

    /// <exception cref="ResultsUnreadableException">What the job wrote is missing or damaged.</exception>
    public async Task<ResultsPersisted> PersistAsync(
        Call call, ExecutionReference execution, CancellationToken cancellationToken)
    {
        var manifestUri = ManifestOf(call);
        var results = await files.ReadJobAsync(manifestUri, cancellationToken);
        var words = CallWords.Of(call.CallId, results);

        // Asked before anything is written, so that a stale execution leaves a later one's alone.
        var (written, added) = await items.FindCurrentAsync(call, execution, cancellationToken) is { } current
            ? await WriteAsync(current, execution, manifestUri, results, words, cancellationToken)
            : (null, null);
        await indexing.SettleAsync(call, manifestUri, words, added, cancellationToken);
        var key = CallItemKey.Of(call);
        return new ResultsPersisted(
            call.CallId, key.Hash, key.EpochSeconds, written?.ToString(), Superseded: written is null);
    }

    private static S3Uri ManifestOf(Call call) =>
        S3Uri.TryParse(call.Job?.ManifestS3Uri, out var uri, out var problem)
            ? uri
            : throw new ResultsUnreadableException($"The job of call {call.CallId} names no manifest: {problem}");

    /// <returns>Where the results are, null when a later execution took the item meanwhile; and what adding the words
    /// returned.</returns>
    private async Task<(S3Uri? Results, long? Added)> WriteAsync(
        Call call,
        ExecutionReference execution,
        S3Uri manifestUri,
        CallResults results,
        CallWords words,
        CancellationToken cancellationToken)
    {
        // For display; the last write checks again which execution owns the item.
        _ = await items.TryProceedAsync(call, execution, CallStep.PersistResults, cancellationToken);
        var added = await indexing.AddAsync(call, words, cancellationToken);
        var resultsUri = new S3Uri(outputBucket, CallKey.ResultsOf(call.CallId));
        var document = new CallRecord(RecordedCall.Of(call, manifestUri), results).ToResultsJson();
        var version = await files.WriteAsync(resultsUri, document, cancellationToken);
        var attributes = ResultAttributes.Of(results, manifestUri, resultsUri, version, call.Metadata)
            .With(words.NotIndexed, CostOf(results, words));
        return await items.TrySucceedAsync(call, execution, attributes, cancellationToken)
            ? (resultsUri, added)
            : (null, added);
    }

    private decimal? CostOf(CallResults results, CallWords words) => results.DurationSeconds is { } seconds
        ? CallCost.Dollars(seconds, audioMinuteDollars, words.Words.Count)
        : null;

    private static void LogPersisted(ILambdaLogger logger, Call call, ExecutionReference execution, string? written) =>
        logger.LogInformation(
            "Call {CallId}: {ExecutionName} persisted {ResultsUri}",
            call.CallId,
            execution.Name,
            written ?? "nothing, because a later execution owns the item");
}
