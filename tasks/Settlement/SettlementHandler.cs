using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Amazon.StepFunctions;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Failures;
using CallRecording.Tasks.Recordings;
using CallRecording.Tasks.Settings;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tasks.Settlement;

/// <summary>Settles failures that no Catch can handle: an execution that timed out, was stopped, or failed before it
/// could record the failure leaves its call in progress. EventBridge usually reports it at once; a sweep finds the
/// rest.</summary>
internal sealed class SettlementHandler(CallSettler settler, Sweep sweep, EmbeddedMetrics metrics)
{
    // Events come within seconds, and most calls are done in a few minutes.
    private const int SettleAfterSeconds = 15 * 60;
    private const int Week = 7 * 24 * 60 * 60;

    public static SettlementHandler Create(SettingsReader settings)
    {
        var (dynamoDb, table) = (new AmazonDynamoDBClient(), settings.Text("DYNAMODB_TABLE_NAME"));
        var after = TimeSpan.FromSeconds(settings.Whole("SETTLE_AFTER_SECONDS", SettleAfterSeconds, 60, Week));
        return Create(
            dynamoDb,
            table,
            new AmazonStepFunctionsClient(),
            settings.Arn("STATE_MACHINE_ARN", "states"),
            after,
            EmbeddedMetrics.ToStandardOutput(),
            TimeProvider.System);
    }

    public static SettlementHandler Create(
        IAmazonDynamoDB dynamoDb,
        string table,
        IAmazonStepFunctions stepFunctions,
        string stateMachineArn,
        TimeSpan settleAfter,
        EmbeddedMetrics metrics,
        TimeProvider time)
    {
        var settler = new CallSettler(
            new CallSettlements(dynamoDb, table, time),
            new ExecutionStates(stepFunctions),
            new StateMachineExecutions(stepFunctions, stateMachineArn),
            new ErasedRecordings(dynamoDb, table));
        var sweep = new Sweep(
            new CallsInProgress(dynamoDb, table),
            settler,
            new SweepCheckpoint(dynamoDb, table),
            metrics,
            settleAfter,
            time);
        return new SettlementHandler(settler, sweep, metrics);
    }

    public Task<SettlementSummary> HandleAsync(EventBridgeEvent input, ILambdaContext context) =>
        (input.Source, input.DetailType) switch
        {
            ("aws.states", "Step Functions Execution Status Change") =>
                SettleAsync(Checked(input.Detail), context),
            ("aws.events", "Scheduled Event") => sweep.RunAsync(context, CancellationToken.None),
            _ => throw new EventRejectedException(
                $"The event is '{input.DetailType}' of '{input.Source}', expected "
                + "'Step Functions Execution Status Change' of 'aws.states' or 'Scheduled Event' of 'aws.events'."),
        };

    private async Task<SettlementSummary> SettleAsync(ExecutionStatusChange change, ILambdaContext context)
    {
        using var deadline = InvocationDeadline.Of(context);
        // Checked before.
        var outcome = await settler.SettleAsync(change.ExecutionArn!, change, context.Logger, deadline.Token);
        if (outcome is SettlementOutcome.Settled)
        {
            metrics.Settled(1);
        }

        return SettlementSummary.Of(outcome);
    }

    private static ExecutionStatusChange Checked(ExecutionStatusChange? change) => change switch
    {
        { ExecutionArn: null or "" } or null =>
            throw new EventRejectedException("The event's detail names no executionArn."),
        { Status: ExecutionEnding.Failed or ExecutionEnding.TimedOut or ExecutionEnding.Aborted } => change,
        _ => throw new EventRejectedException(
            $"{change.ExecutionArn} is '{change.Status}' in the event, expected FAILED, TIMED_OUT or ABORTED."),
    };
}
