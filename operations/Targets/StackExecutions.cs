using System.Runtime.CompilerServices;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CallRecording.Operations.Targets;

/// <summary>The executions of a stack, as Step Functions lists them: for 90 days after their end, and only by their
/// status, not by what their names begin with.</summary>
internal sealed class StackExecutions(StackTarget target)
{
    /// <summary>Of one answer: https://docs.aws.amazon.com/step-functions/latest/apireference/API_ListExecutions.html.
    /// </summary>
    private const int MaxPerPage = 1000;

    private static readonly ExecutionStatus[] WithoutSuccess =
        [ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED];

    /// <summary>All of them, the newest first.</summary>
    public IAsyncEnumerable<ExecutionListItem> ListAsync(CancellationToken cancellationToken) =>
        ListAsync(status: null, cancellationToken);

    /// <summary>Those that ended without success, of each status the newest first.</summary>
    public IAsyncEnumerable<ExecutionListItem> EndedWithoutSuccessAsync(CancellationToken cancellationToken) =>
        WithoutSuccess.ToAsyncEnumerable().SelectMany(status => ListAsync(status, cancellationToken));

    private async IAsyncEnumerable<ExecutionListItem> ListAsync(
        ExecutionStatus? status, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListExecutionsRequest
        {
            StateMachineArn = target.Names.StateMachineArn,
            StatusFilter = status,
            MaxResults = MaxPerPage,
        };
        do
        {
            var page = await PageAsync(request, cancellationToken);
            foreach (var execution in page?.Executions ?? [])
            {
                yield return execution;
            }

            request.NextToken = page?.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
    }

    /// <returns>Null where there is no state machine: its executions went with it.</returns>
    private async Task<ListExecutionsResponse?> PageAsync(
        ListExecutionsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await target.RetryPolicy.AskAsync(
                "ListExecutions",
                () => target.StepFunctions.ListExecutionsAsync(request, cancellationToken),
                cancellationToken);
        }
        catch (StateMachineDoesNotExistException)
        {
            return null;
        }
    }
}
