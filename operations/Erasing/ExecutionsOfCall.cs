using CallRecording.Operations.Targets;
using CallRecording.Tasks.Executions;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;

namespace CallRecording.Operations.Erasing;

/// <summary>The executions that a call id had, for as long as Step Functions remembers them. They are found among all
/// executions, because the service finds none by its name's beginning.</summary>
internal sealed class ExecutionsOfCall(StackTarget target)
{
    private readonly StackExecutions all = new(target);
    private readonly ExecutionStates executions = new(target.StepFunctions);

    /// <returns>What they were started with.</returns>
    /// <exception cref="CommandException">One of them runs: that would write again.</exception>
    public async Task<IReadOnlyList<Call>> FindAllAsync(
        string callId, CancellationToken cancellationToken)
    {
        var found = new List<Call>();
        var named = all.ListAsync(cancellationToken).Where(one => ExecutionName.MayBeOf(callId, one.Name));
        await foreach (var arn in named.Select(one => one.ExecutionArn))
        {
            if (await FindAsync(arn, cancellationToken) is { } execution
                && NotificationOf(execution) is { } notification
                && notification.CallId == callId)
            {
                RefuseRunning(execution);
                found.Add(notification.ToCall());
            }
        }

        return found;
    }

    /// <exception cref="CommandException">Its execution runs, or is about to start.</exception>
    public async Task RefuseRunningAsync(ItemOfCall item, CancellationToken cancellationToken)
    {
        var execution = item.ExecutionArn is { } arn ? await FindAsync(arn, cancellationToken) : null;
        if (execution is not null)
        {
            RefuseRunning(execution);
        }
        else if (item.IsAboutToStart)
        {
            throw new CommandException(
                $"{item.ExecutionArn} is about to start and would write again: wait for its end");
        }
    }

    private static void RefuseRunning(ExecutionDescription execution)
    {
        if (!execution.HasEnded)
        {
            throw new CommandException(
                $"{execution.Execution.Arn} runs and would write again: stop it, or wait for its end");
        }
    }

    private Task<ExecutionDescription?> FindAsync(string arn, CancellationToken cancellationToken) =>
        target.RetryPolicy.AskAsync(
            $"DescribeExecution {arn}", () => executions.FindAsync(arn, cancellationToken), cancellationToken);

    private static CallNotification? NotificationOf(ExecutionDescription execution)
    {
        try
        {
            return CallNotification.Read(execution.Input ?? string.Empty);
        }
        catch (NotificationRejectedException)
        {
            // It was started by hand, with another input.
            return null;
        }
    }
}
