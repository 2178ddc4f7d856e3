using System.Runtime.CompilerServices;
using CallRecording.Tasks.Aws;

namespace CallRecording.Local.Ops;

/// <summary>The failed calls of the table, newest first, however many they are: by the index of statuses.</summary>
internal sealed class FailedCalls(OpsTarget target)
{
    private const int PageSize = 100;

    private readonly CallReader calls = new(target.DynamoDb, target.Table);

    public async IAsyncEnumerable<FailedCall> FindAsync(
        FailureFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await calls.ListAsync(filter.Asked, PageSize, after, cancellationToken);
            foreach (var call in page.Items.Select(FailedCall.Of).Where(filter.Allows))
            {
                yield return call;
            }

            after = page.Next;
        }
        while (after is not null);
    }
}
