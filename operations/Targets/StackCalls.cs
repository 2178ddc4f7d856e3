using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CallRecording.Operations.Failures;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Workflow.Results;

namespace CallRecording.Operations.Targets;

/// <summary>The items of a stack's table, newest first, however many they are.</summary>
internal sealed class StackCalls(StackTarget target)
{
    private const int PageSize = 1000;

    private readonly CallReader calls = new(target.DynamoDb, target.Table);

    private static readonly CallFilter AllFailed = new(
        0, DateTimeOffset.MaxValue.ToUnixTimeSeconds(), CallStatus.Failed, Category: null, Words: []);

    /// <summary>Those that failed: by the index of statuses, then those of which only their executions say
    /// so.</summary>
    public async IAsyncEnumerable<FailedCall> FailedAsync(
        FailureFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var call in ListAsync(AllFailed, cancellationToken).Select(FailedCall.Of))
        {
            recorded.Add(call.ExecutionArn ?? string.Empty);
            if (filter.Allows(call))
            {
                yield return call;
            }
        }

        await foreach (var call in new UnrecordedFailures(target).ListAsync(recorded, cancellationToken))
        {
            if (filter.Allows(call))
            {
                yield return call;
            }
        }
    }

    /// <summary>Without transcripts.</summary>
    public IAsyncEnumerable<JsonObject> ListAsync(CallFilter filter, CancellationToken cancellationToken) =>
        AllAsync(after => calls.ListAsync(filter, PageSize, after, cancellationToken), cancellationToken);

    /// <summary>All recordings of a call id.</summary>
    public IAsyncEnumerable<JsonObject> OfCallAsync(string hash, CancellationToken cancellationToken) =>
        AllAsync(after => calls.OfCallAsync(hash, PageSize, after, cancellationToken), cancellationToken);

    public async Task<bool> HasAsync(RecordedCall call, CancellationToken cancellationToken) =>
        await target.RetryPolicy.AskAsync(
            $"the item of {call.CallId}",
            () => calls.FindAsync(call.Hash, call.EpochSeconds, cancellationToken),
            cancellationToken) is not null;

    private async IAsyncEnumerable<JsonObject> AllAsync(
        Func<string?, Task<CallPage>> ask, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await target.RetryPolicy.AskAsync(
                $"the items of {target.Table}", () => ask(after), cancellationToken);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            after = page.Next;
        }
        while (after is not null);
    }
}
