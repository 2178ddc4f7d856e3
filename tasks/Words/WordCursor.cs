using CallRecording.Tasks.Calls.Reading;

namespace CallRecording.Tasks.Words;

/// <summary>Reads the rows of one word, newest call first, and skips rows that are not needed.</summary>
/// <param name="min">The lowest sortKey that matters.</param>
/// <param name="firstChunk">Rows of the first request; later ones read more at a time.</param>
internal sealed class WordCursor(WordReader rows, string word, string min, int firstChunk)
{
    /// <summary>A row has some hundred bytes: a request of DynamoDB's 1 MB holds more than these.</summary>
    private const int MaxRows = 1000;

    private readonly Queue<WordRow> read = new();
    private int chunk = firstChunk;
    private bool more = true;

    /// <summary>The first row below a sortKey; asked again, for a lower one.</summary>
    /// <param name="keep">Requests that are for others.</param>
    public async Task<SeekResult> SeekAsync(
        string below, RequestBudget budget, int keep, CancellationToken cancellationToken)
    {
        // Each turn spends a request, so that the budget bounds them.
        while (true)
        {
            if (Peek(below) is { } row)
            {
                return new SeekResult(row, OutOfRequests: false);
            }

            if (!more)
            {
                return SeekResult.End;
            }

            if (!budget.TrySpend(keep))
            {
                return SeekResult.Stopped;
            }

            var page = await rows.ReadAsync(word, min, below, chunk, cancellationToken);
            chunk = Math.Min(chunk * 2, MaxRows);
            more = page.More;
            foreach (var next in page.Rows)
            {
                read.Enqueue(next);
            }
        }
    }

    /// <summary>True when it is known, without a request, that no row is below a sortKey.</summary>
    public bool IsEmptyBelow(string sortKey) => Peek(sortKey) is null && !more;

    private WordRow? Peek(string below)
    {
        while (read.TryPeek(out var row))
        {
            if (string.CompareOrdinal(row.SortKey, below) < 0)
            {
                return row;
            }

            read.Dequeue();
        }

        return null;
    }
}
