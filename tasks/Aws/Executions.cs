using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Aws;

/// <summary>Executions of the state machine, one for each call.</summary>
internal sealed class Executions(IAmazonStepFunctions stepFunctions, string stateMachineArn)
{
    public async Task<StartOutcome> StartAsync(CallNotification notification, CancellationToken cancellationToken)
    {
        var request = new StartExecutionRequest
        {
            StateMachineArn = stateMachineArn,
            Name = ExecutionName.For(notification),
            Input = notification.CanonicalJson(),
        };
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
