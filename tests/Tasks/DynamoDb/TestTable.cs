using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Local.Resources;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.DynamoDb;

/// <summary>The table of calls and the one of their words, made as the local system makes them, for one test
/// alone.</summary>
internal sealed class TestTable : IDisposable
{
    private TestTable(IAmazonDynamoDB dynamoDb, string name) => (DynamoDb, Name) = (dynamoDb, name);

    public IAmazonDynamoDB DynamoDb { get; }

    public string Name { get; }

    /// <summary>The table of words.</summary>
    public string WordsName => "words-of-" + Name;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="suffix">Of its name, where a test has more than one.</param>
    public static async Task<TestTable> CreateAsync(RunningEmulators emulators, string suffix = "")
    {
        var dynamoDb = emulators.Endpoints.CreateDynamoDb();
        var name = "calls-" + TestContext.Current.Test?.UniqueID + suffix;
        await CallTable.EnsureAsync(dynamoDb, name, Cancellation);
        await Eventually.TrueAsync(
            async () => (await dynamoDb.DescribeTableAsync(name, Cancellation)).Table.TableStatus == TableStatus.ACTIVE,
            $"{name} is active");
        var table = new TestTable(dynamoDb, name);
        await WordTable.EnsureAsync(dynamoDb, table.WordsName, Cancellation);
        return table;
    }

    public CallItems Items(TimeProvider time) => new(DynamoDb, Name, time);

    /// <summary>The call's row as JSON, bookkeeping and all, by attribute name; null where there is none.</summary>
    public async Task<JsonObject?> RowAsync(Call call)
    {
        var answer = await DynamoDb.GetItemAsync(
            new GetItemRequest { TableName = Name, Key = CallItemKey.Of(call).ToAttributes(), ConsistentRead = true },
            Cancellation);
        return answer.Item is { Count: > 0 } item
            ? new JsonObject(item
                .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
                .Select(attribute => KeyValuePair.Create(attribute.Key, AttributeJson.ToJson(attribute.Value))))
            : null;
    }

    public void Dispose() => DynamoDb.Dispose();
}
