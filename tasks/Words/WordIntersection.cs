using CallRecording.Tasks.Calls.Reading;

namespace CallRecording.Tasks.Words;

/// <summary>The calls that several words have in common, newest first. The cursors leap over one another: each looks on
/// from where the last one is, so that a rare word saves reading a frequent one.</summary>
/// <param name="below">Where to begin: below this sortKey.</param>
internal sealed class WordIntersection(IReadOnlyList<WordCursor> cursors, string below)
{
    /// <summary>Above and at this sortKey everything has been looked at.</summary>
    public string Below { get; private set; } = below;

    /// <summary>True once it is known that there is no further match.</summary>
    public bool Ended => ended || cursors.Any(cursor => cursor.IsEmptyBelow(Below));

    private bool ended;

    /// <summary>The next matches: fewer than asked for at the end, or when the requests are used up.</summary>
    public async Task<IReadOnlyList<WordMatch>> NextAsync(
        int limit, RequestBudget budget, int keep, CancellationToken cancellationToken)
    {
        var matches = new List<WordMatch>();
        while (matches.Count < limit && await NextAsync(budget, keep, cancellationToken) is { } match)
        {
            matches.Add(match);
            Below = match.SortKey;
        }

        return matches;
    }

    private async Task<WordMatch?> NextAsync(RequestBudget budget, int keep, CancellationToken cancellationToken)
    {
        var rows = new WordRow[cursors.Count];
        // Every turn but the last in a row of agreements moves Below down by a row at least.
        for (var (at, agreed) = (0, 0); agreed < cursors.Count; at = (at + 1) % cursors.Count)
        {
            var seek = await cursors[at].SeekAsync(Below, budget, keep, cancellationToken);
            if (seek.Row is not { } row)
            {
                ended = !seek.OutOfRequests;
                return null;
            }

            agreed = agreed > 0 && Below == AtOrBelow(row.SortKey) ? agreed + 1 : 1;
            rows[at] = row;
            Below = AtOrBelow(row.SortKey);
        }

        return new WordMatch(rows[0].SortKey, rows);
    }

    // Places are of one length: nothing is between this and the sortKey.
    private static string AtOrBelow(string sortKey) => sortKey + '~';
}
