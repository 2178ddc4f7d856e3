using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Executions;

/// <summary>Executions of the state machine, one for each call.</summary>
internal sealed class StateMachineExecutions(IAmazonStepFunctions stepFunctions, string stateMachineArn)
{
    // arn:PARTITION:states:REGION:ACCOUNT:stateMachine:NAME, and a version or an alias perhaps.
    private const int Resource = 5;
    private const int Name = 6;

    /// <summary>The ARN that the notification's execution has, started or not.</summary>
    public string ArnFor(CallNotification notification)
    {
        var parts = stateMachineArn.Split(':');
        parts[Resource] = "execution";
        return $"{string.Join(':', parts.Take(Name + 1))}:{ExecutionName.For(notification)}";
    }

    public Task<StartOutcome> StartAsync(CallNotification notification, CancellationToken cancellationToken) =>
        StartAsync(ExecutionName.For(notification), notification.CanonicalJson(), cancellationToken);

    public async Task<StartOutcome> StartAsync(string name, string input, CancellationToken cancellationToken)
    {
        var request = new StartExecutionRequest { StateMachineArn = stateMachineArn, Name = name, Input = input };
        try
        {
            await ServiceErrors.TranslateAsync(
                $"StartExecution {request.Name}", () => stepFunctions.StartExecutionAsync(request, cancellationToken));
            return StartOutcome.Started;
        }
        catch (ExecutionAlreadyExistsException)
        {
            // The name holds a digest of the input, so a closed execution of that name is this very notification's.
            return StartOutcome.AlreadyExists;
        }
    }
}
