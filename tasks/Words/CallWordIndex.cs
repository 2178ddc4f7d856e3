using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using CallRecording.Tasks.Calls;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Search;

namespace CallRecording.Tasks.Words;

/// <summary>The words of calls, by which they are searched, as executions write them.</summary>
/// <remarks>Rows are written without conditions, so that two executions of one call can mix theirs. Therefore a writer
/// first adds its words to the list of the call's words, which gives the list a new revision, then writes the rows, and
/// at the end checks that the revision is unchanged. If it changed, another writer was active: this one reads the
/// call's words again and writes them, so that the writer that ends last has written last. It lists its own words again
/// each time, because another writer may have removed them from the list before their rows were written. A writer that
/// was stopped repeats all steps.</remarks>
internal sealed class CallWordIndex(WordLists lists, WordRows rows)
{
    // An attempt fails when another writer of the same call was faster: there are three writers at most.
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
            $"Another writer changed the list of words of {key} in each of {MaxAttempts} attempts.");
    }

    /// <summary>Deletes the rows of all words except these.</summary>
    /// <param name="revision">Of the list since these words' rows were written.</param>
    /// <returns>False when another writer was active since: the rows may be its own.</returns>
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

    /// <summary>Deletes all rows of a call, and the list of them. The caller makes sure that there are no writers any
    /// more: its execution has ended.</summary>
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
