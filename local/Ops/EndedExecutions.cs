using System.Runtime.CompilerServices;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace CallRecording.Local.Ops;

/// <summary>The executions of a stack that ended without success, as Step Functions lists them: for 90 days.</summary>
internal sealed class EndedExecutions(OpsTarget target)
{
    private const int PageSize = 1000;

    private static readonly ExecutionStatus[] Statuses =
        [ExecutionStatus.FAILED, ExecutionStatus.TIMED_OUT, ExecutionStatus.ABORTED];

    /// <returns>Their ARNs, of each status the newest first.</returns>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var status in Statuses)
        {
            var request = new ListExecutionsRequest
            {
                StateMachineArn = target.Names.StateMachineArn,
                StatusFilter = status,
                MaxResults = PageSize,
            };
            do
            {
                var page = await PageAsync(request, cancellationToken);
                foreach (var execution in page?.Executions ?? [])
                {
                    yield return execution.ExecutionArn;
                }

                request.NextToken = page?.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }
    }

    /// <returns>Null where there is no state machine: its executions went with it.</returns>
    private async Task<ListExecutionsResponse?> PageAsync(
        ListExecutionsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await target.Patience.AskAsync(
                $"ListExecutions {request.StatusFilter}",
                () => target.StepFunctions.ListExecutionsAsync(request, cancellationToken),
                cancellationToken);
        }
        catch (StateMachineDoesNotExistException)
        {
            return null;
        }
    }
}
