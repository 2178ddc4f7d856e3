using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Search;

namespace CallRecording.Tasks.Words;

/// <summary>The rows of words. Each is less than 1 KB, so that writing or deleting one costs one write unit.</summary>
/// <param name="chance">From 0 up to 1, for the pauses between tries.</param>
internal sealed class WordRows(IAmazonDynamoDB dynamoDb, string table, TimeProvider time, Func<double> chance)
{
    // As many as BatchWriteItem takes.
    private const int RowsPerRequest = 25;
    private const int RequestsAtOnce = 8;

    // Together about half a minute on average; then the state machine tries again, later.
    private const int MaxAttempts = 12;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(10);

    public Task PutAsync(CallItemKey key, IEnumerable<CallWord> words, CancellationToken cancellationToken) =>
        WriteAsync(
            words.Select(word => new WriteRequest { PutRequest = new PutRequest { Item = Row(key, word) } }),
            cancellationToken);

    public Task DeleteAsync(CallItemKey key, IEnumerable<string> words, CancellationToken cancellationToken) =>
        WriteAsync(
            words.Select(word => new WriteRequest { DeleteRequest = new DeleteRequest { Key = KeyOf(key, word) } }),
            cancellationToken);

    private Task WriteAsync(IEnumerable<WriteRequest> requests, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            requests.Chunk(RowsPerRequest),
            new ParallelOptions { MaxDegreeOfParallelism = RequestsAtOnce, CancellationToken = cancellationToken },
            async (batch, cancellation) => await WriteAsync([.. batch], cancellation));

    private async Task WriteAsync(List<WriteRequest> batch, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= MaxAttempts; tries++)
        {
            var request = new BatchWriteItemRequest { RequestItems = new() { [table] = batch } };
            var answer = await ServiceErrors.TranslateAsync(
                $"BatchWriteItem of {table}", () => dynamoDb.BatchWriteItemAsync(request, cancellationToken));
            batch = answer.UnprocessedItems?.GetValueOrDefault(table) ?? [];
            if (batch.Count == 0)
            {
                return;
            }

            await Task.Delay(Pause(tries), time, cancellationToken);
        }

        throw new ServiceThrottledException(
            $"BatchWriteItem of {table} left {batch.Count} rows unwritten after {MaxAttempts} tries.");
    }

    private TimeSpan Pause(int tries)
    {
        var max = FirstPause * Math.Pow(2, tries - 1);
        return (max < MaxDelay ? max : MaxDelay) * chance();
    }

    private static Dictionary<string, AttributeValue> Row(CallItemKey key, CallWord word)
    {
        var row = KeyOf(key, word.Text);
        row[WordAttributes.FoundIn] = new AttributeValue { S = word.FoundIn };
        if (word.AtMillis is { } at)
        {
            row[WordAttributes.AtMillis] = new AttributeValue { N = at.ToString(CultureInfo.InvariantCulture) };
        }

        if (word.Excerpt is not null)
        {
            row[WordAttributes.Excerpt] = new AttributeValue { S = word.Excerpt };
        }

        return row;
    }

    private static Dictionary<string, AttributeValue> KeyOf(CallItemKey key, string word) => new()
    {
        [WordAttributes.Word] = new AttributeValue { S = word },
        [WordAttributes.Call] = new AttributeValue { S = CallSortKey.Of(key) },
    };
}
