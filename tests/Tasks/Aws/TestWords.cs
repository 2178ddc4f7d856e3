using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Aws;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.Aws;

/// <summary>The rows of the table of words.</summary>
internal static class TestWords
{
    /// <summary>What the index has of a call: its words, and for each what is around it; ordered by word.</summary>
    public static async Task<IReadOnlyList<(string Word, string FoundIn, long? AtMillis, string? Excerpt)>> RowsAsync(
        IAmazonDynamoDB dynamoDb, string table, Call call)
    {
        var rows = await AllAsync(dynamoDb, table);
        return
        [
            .. rows
                .Where(row => row["call"].S == CallPlace.Of(CallItemKey.Of(call)) && row["word"].S != "#words-of")
                .Select(row => (
                    row["word"].S,
                    row["found_in"].S,
                    row.TryGetValue("at_millis", out var at) ? long.Parse(at.N) : (long?)null,
                    row.GetValueOrDefault("excerpt")?.S))
                .OrderBy(row => row.S, StringComparer.Ordinal),
        ];
    }

    private static async Task<List<Dictionary<string, AttributeValue>>> AllAsync(IAmazonDynamoDB dynamoDb, string table)
    {
        var rows = new List<Dictionary<string, AttributeValue>>();
        Dictionary<string, AttributeValue>? after = null;
        do
        {
            var page = await dynamoDb.ScanAsync(
                new ScanRequest { TableName = table, ExclusiveStartKey = after, ConsistentRead = true },
                TestContext.Current.CancellationToken);
            rows.AddRange(page.Items);
            after = page.LastEvaluatedKey;
        }
        while (after is { Count: > 0 });

        return rows;
    }
}
