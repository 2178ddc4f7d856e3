using CallRecording.Tasks.Calls;

namespace CallRecording.Operations.Reconciling;

/// <param name="What">The call or the object, for display.</param>
/// <param name="Key">Of the item; null where there is none.</param>
/// <param name="ExecutionArn">Of an execution without an item.</param>
internal sealed record Finding(
    Difference Difference, string What, CallItemKey? Key = null, string? ExecutionArn = null)
{
    public static string Title(Difference difference) => difference switch
    {
        Difference.InProgressWithoutExecution =>
            "items in progress whose execution has ended, is gone or never started",
        Difference.FailedExecutionWithoutItem => "failed executions whose call has no item",
        Difference.Stuck => "items in progress of which nothing was heard for long, and whose execution runs",
        Difference.FailedWithoutExecution => "failed items whose execution is gone",
        Difference.ResultsWithoutItem => "results without an item",
        Difference.UnreadableWithoutItem => "results without an item that cannot be read",
        _ => "recordings without an item",
    };

    public static string Help(Difference difference) => difference switch
    {
        Difference.InProgressWithoutExecution =>
            "settled or started here, as the sweep does every five minutes; then redrive those that failed",
        Difference.FailedExecutionWithoutItem => "their items are made again here; then redrive them",
        Difference.Stuck => "look at their executions; what waits for the quota or for a long job needs nothing",
        Difference.FailedWithoutExecution => "publish them again",
        Difference.ResultsWithoutItem => "their items are made again here, as ./run ops rebuild does",
        Difference.UnreadableWithoutItem => "restore an earlier version of them, then ./run ops rebuild",
        _ => "look at ./run ops dead-letters, then publish them (again)",
    };
}
