using Amazon.Lambda.Core;
using Amazon.StepFunctions;
using CallRecording.Tasks.Aws;
using CallRecording.Tasks.Settings;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Intake;

/// <summary>Starts one execution per message. Only the messages that failed go back to the queue.</summary>
internal sealed class Starter(Executions executions)
{
    public static Starter Create(SettingsReader settings) =>
        new(new Executions(new AmazonStepFunctionsClient(), settings.Arn("STATE_MACHINE_ARN", "states")));

    public async Task<SqsBatchResponse> HandleAsync(SqsEvent batch, ILambdaContext context)
    {
        var messages = batch.Records ?? [];
        var started = await Task.WhenAll(messages.Select(message => TryStartAsync(message, context.Logger)));
        return new SqsBatchResponse(
            [.. messages
                .Zip(started)
                .Where(pair => !pair.Second)
                .Select(pair => new SqsBatchItemFailure(pair.First.MessageId))]);
    }

    private async Task<bool> TryStartAsync(SqsMessage message, ILambdaLogger logger)
    {
        try
        {
            var notification = CallNotification.Read(message.Body ?? string.Empty);
            var outcome = await executions.StartAsync(notification, CancellationToken.None);
            LogStarted(logger, message, notification, outcome);
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

    private static void LogStarted(
        ILambdaLogger logger, SqsMessage message, CallNotification notification, StartOutcome outcome) =>
        logger.LogInformation(
            "Message {MessageId}, call {CallId}: {Outcome} {ExecutionName}",
            message.MessageId,
            notification.CallId,
            outcome.ToString(),
            ExecutionName.For(notification));
}
