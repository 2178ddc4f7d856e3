using Amazon.DynamoDBv2;
using Amazon.Lambda.Core;
using Amazon.StepFunctions;
using CallRecording.Tasks.Executions;
using CallRecording.Tasks.Failures;
using CallRecording.Tasks.Settings;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Intake;

/// <summary>Puts the call of each message on record, then starts its execution. Only the messages that failed go back
/// to the queue.</summary>
internal sealed class StarterHandler(CallReceiver receiver, StateMachineExecutions executions)
{
    public static StarterHandler Create(SettingsReader settings) => Create(
        new AmazonDynamoDBClient(),
        settings.Text("DYNAMODB_TABLE_NAME"),
        settings.Text("WORDS_TABLE_NAME"),
        new AmazonStepFunctionsClient(),
        settings.Arn("STATE_MACHINE_ARN", "states"),
        TimeProvider.System);

    public static StarterHandler Create(
        IAmazonDynamoDB dynamoDb,
        string table,
        string wordsTable,
        IAmazonStepFunctions stepFunctions,
        string stateMachineArn,
        TimeProvider time) => new(
            CallReceiver.Create(dynamoDb, table, wordsTable, time),
            new StateMachineExecutions(stepFunctions, stateMachineArn));

    public async Task<SqsBatchResponse> HandleAsync(SqsEvent batch, ILambdaContext context)
    {
        using var deadline = InvocationDeadline.Of(context);
        var messages = batch.Records ?? [];
        var started = await Task.WhenAll(
            messages.Select(message => TryStartAsync(message, context.Logger, deadline.Token)));
        return new SqsBatchResponse(
            [.. messages
                .Zip(started)
                .Where(pair => !pair.Second)
                .Select(pair => new SqsBatchItemFailure(pair.First.MessageId))]);
    }

    private async Task<bool> TryStartAsync(
        SqsMessage message, ILambdaLogger logger, CancellationToken cancellationToken)
    {
        try
        {
            var notification = CallNotification.Read(message.Body ?? string.Empty);
            var said = notification with { PublishedAt = notification.PublishedAt ?? message.SentAt };
            LogStarted(logger, message, said, await StartAsync(said, cancellationToken));
            return true;
        }
        catch (NotificationRejectedException rejection)
        {
            logger.LogError(
                "Message {MessageId} can never become a call: {Reason}", message.MessageId, rejection.Message);
            return false;
        }
#pragma warning disable CA1031 // One message's failure, whatever it is, must not take its neighbours back to the queue.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            logger.LogError(
                "Message {MessageId} was not started and comes back: {Error}: {Reason}",
                message.MessageId,
                failure.GetType().Name,
                failure.Message);
            return false;
        }
    }

    /// <returns>What became of it, for the log.</returns>
    private async Task<string> StartAsync(CallNotification notification, CancellationToken cancellationToken)
    {
        var receipt = await receiver.ReceiveAsync(notification, executions.ArnFor(notification), cancellationToken);
        if (receipt is Receipt.MetadataUpdated or Receipt.Outdated or Receipt.Erased)
        {
            return receipt.ToString();
        }

        return (await executions.StartAsync(notification, cancellationToken)).ToString();
    }

    private static void LogStarted(
        ILambdaLogger logger, SqsMessage message, CallNotification notification, string outcome) =>
        logger.LogInformation(
            "Message {MessageId}, call {CallId}: {Outcome} {ExecutionName}",
            message.MessageId,
            notification.CallId,
            outcome,
            ExecutionName.For(notification));
}
