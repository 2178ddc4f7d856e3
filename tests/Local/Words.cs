using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using CallRecording.Local.Commands;

namespace CallRecording.Tests.Local;

/// <summary>The table of words.</summary>
internal static class Words
{
    private const string Table = CallRecording.Local.Resources.ResourceNames.WordsTable;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The rows of that call, by word; the list of them left out.</summary>
    public static async Task<IReadOnlyDictionary<string, Dictionary<string, AttributeValue>>> WordsAsync(
        this RunningStack stack, SubmittedCall call)
    {
        using var dynamoDb = Open(stack);
        return (await RowsAsync(dynamoDb, call))
            .Where(row => !row["word"].S.StartsWith('#'))
            .ToDictionary(row => row["word"].S, StringComparer.Ordinal);
    }

    /// <summary>As if the table had been lost, for that call.</summary>
    public static async Task LoseWordsAsync(this RunningStack stack, SubmittedCall call)
    {
        using var dynamoDb = Open(stack);
        foreach (var row in await RowsAsync(dynamoDb, call))
        {
            await dynamoDb.DeleteItemAsync(Table, new() { ["word"] = row["word"], ["call"] = row["call"] }, Stop);
        }
    }

    private static async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> RowsAsync(
        AmazonDynamoDBClient dynamoDb, SubmittedCall call)
    {
        var rows = new List<Dictionary<string, AttributeValue>>();
        Dictionary<string, AttributeValue>? after = null;
        do
        {
            var page = await dynamoDb.ScanAsync(
                new ScanRequest { TableName = Table, ExclusiveStartKey = after, ConsistentRead = true }, Stop);
            rows.AddRange(page.Items);
            after = page.LastEvaluatedKey;
        }
        while (after is { Count: > 0 });

        return [.. rows.Where(row => row["call"].S.EndsWith('#' + call.Hash, StringComparison.Ordinal))];
    }

    private static AmazonDynamoDBClient Open(RunningStack stack) => new(
        new BasicAWSCredentials("test", "test"),
        new AmazonDynamoDBConfig { ServiceURL = stack.Addresses.DynamoDb.ToString() });
}
