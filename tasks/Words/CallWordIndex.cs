using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using CallRecording.Tasks.Calls;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Search;

namespace CallRecording.Tasks.Words;

/// <summary>The words of calls, by which they are searched, as executions write them.</summary>
/// <remarks>Rows are written without conditions, so that two executions of one call can mix theirs. Therefore whoever
/// writes rows first adds its words to the list of the call's words, and so gives the list a new revision, and at the
/// end asks whether that is the list's revision still. If not, somebody else wrote meanwhile, and it looks again what
/// the call's words are, and writes them: whoever ends last has written last. Its own words it lists again each time,
/// because somebody else may have taken them from the list before their rows were written. Stopped anywhere and run
/// again, it does all of it again.</remarks>
internal sealed class CallWordIndex(WordLists lists, WordRows rows)
{
    // Each time somebody else of the same call was faster: two or three are at it at most.
    private const int MaxAttempts = 10;
    private const int Chances = 1000;

    public CallWordIndex(IAmazonDynamoDB dynamoDb, string table, TimeProvider time, Func<double> chance)
        : this(new WordLists(dynamoDb, table), new WordRows(dynamoDb, table, time, chance))
    {
    }

    public static CallWordIndex Of(IAmazonDynamoDB dynamoDb, string table) =>
        new(dynamoDb, table, TimeProvider.System, () => RandomNumberGenerator.GetInt32(Chances) / (double)Chances);

    /// <summary>Writes the rows of these words; those of others stay.</summary>
    /// <param name="perhaps">Words of which there may be rows, too.</param>
    /// <returns>The list's revision, for <see cref="TryFinishAsync"/>.</returns>
    public async Task<long> AddAsync(
        CallItemKey key,
        IReadOnlyCollection<CallWord> words,
        IReadOnlyCollection<CallWord> perhaps,
        CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MaxAttempts; tries++)
        {
            var list = await lists.ReadAsync(key, cancellationToken);
            var all = list.Words.Union(words.Concat(perhaps).Select(word => word.Text), StringComparer.Ordinal);
            if (await lists.TryReplaceAsync(key, list, all, cancellationToken) is { } revision)
            {
                await rows.PutAsync(key, words, cancellationToken);
                return revision;
            }
        }

        throw new TransientServiceException(
            $"Somebody else wrote the list of words of {key} each time, {MaxAttempts} times.");
    }

    /// <summary>Takes away the rows of all words but these.</summary>
    /// <param name="revision">Of the list since these words' rows were written.</param>
    /// <returns>False when somebody else wrote since: the rows may be theirs.</returns>
    public async Task<bool> TryFinishAsync(
        CallItemKey key, IReadOnlyCollection<CallWord> words, long revision, CancellationToken cancellationToken)
    {
        var list = await lists.ReadAsync(key, cancellationToken);
        if (list.Revision != revision)
        {
            return false;
        }

        var kept = words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        var old = list.Words.Except(kept).ToList();
        if (old.Count == 0)
        {
            return true;
        }

        await rows.DeleteAsync(key, old, cancellationToken);
        return await lists.TryReplaceAsync(key, list, kept, cancellationToken) is not null;
    }

    /// <summary>Takes away all rows of a call, and the list of them. Only where nobody writes any more: its execution
    /// has ended.</summary>
    /// <returns>How many words it had.</returns>
    public async Task<int> EraseAsync(CallItemKey key, CancellationToken cancellationToken)
    {
        var list = await lists.ReadAsync(key, cancellationToken);
        await rows.DeleteAsync(key, list.Words, cancellationToken);
        // The list last: stopped before, the next time finds the words by it.
        await lists.DeleteAsync(key, cancellationToken);
        return list.Words.Count;
    }
}
