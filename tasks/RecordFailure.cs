using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Settings;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks;

/// <summary>Puts a failure on record and fails the execution. Run again for the same failure, by a redrive, it lets the
/// call go on.</summary>
internal sealed class RecordFailure(CallItems items)
{
    public static RecordFailure Create(SettingsReader settings) => new(
        new CallItems(new AmazonDynamoDBClient(), settings.Text("DYNAMODB_TABLE_NAME"), TimeProvider.System));

    public async Task<Call> HandleAsync(FailureCaptured failure, ILambdaContext context)
    {
        var report = FailureReport.Of(failure.Call);
        var recorded = await RecordAsync(failure, report, context);
        LogRecorded(context.Logger, failure, report, recorded);
        return recorded is RecordedFailure.Redriven
            ? failure.Call with { Failed = null }
            : throw new CallProcessingFailedException($"{report.FailedState}: {report.Error}: {report.Cause}");
    }

    private async Task<RecordedFailure> RecordAsync(
        FailureCaptured failure, FailureReport report, ILambdaContext context)
    {
        try
        {
            return await items.RecordFailureAsync(failure, report, context.AwsRequestId, CancellationToken.None);
        }
        catch (Exception problem)
        {
            // An alarm counts these: this function fails on purpose too, so that its errors alone say nothing.
            context.Logger.LogError(
                problem,
                "Call {CallId}: {Recorded} failure {FailureId} in {FailedState}",
                failure.Call.CallId,
                "Unrecorded",
                failure.FailureId,
                report.FailedState);
            throw;
        }
    }

    private static void LogRecorded(
        ILambdaLogger logger, FailureCaptured failure, FailureReport report, RecordedFailure recorded) =>
        logger.LogWarning(
            "Call {CallId}: {Recorded} failure {FailureId} in {FailedState}: {Error}",
            failure.Call.CallId,
            recorded.ToString(),
            failure.FailureId,
            report.FailedState,
            report.Error);
}
