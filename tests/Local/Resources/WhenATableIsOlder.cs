using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Local.Resources;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Settlement;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Local.Resources;

/// <summary>A data directory outlives versions of this program.</summary>
public sealed class WhenATableIsOlder(RunningEmulators emulators) : IClassFixture<RunningEmulators>
{
    private const int Rows = 30;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the start before this one, cut off, left behind.</summary>
    public enum Before
    {
        Nothing,
        PartOfACopy,
        OnlyTheCopy,
        TheCopyAndPartOfTheTable,
    }

    [Theory]
    [InlineData(Before.Nothing)]
    [InlineData(Before.PartOfACopy)]
    [InlineData(Before.OnlyTheCopy)]
    [InlineData(Before.TheCopyAndPartOfTheTable)]
    public async Task Its_rows_stay_and_those_in_progress_are_in_the_new_index(Before before)
    {
        using var dynamoDb = emulators.Endpoints.CreateDynamoDb();
        var name = $"older-{before}";
        await PrepareAsync(dynamoDb, name, before);

        await CallTable.EnsureAsync(dynamoDb, name, Cancellation);

        var rows = await dynamoDb.ScanAsync(new ScanRequest { TableName = name }, Cancellation);
        Assert.Equal(
            Enumerable.Range(0, Rows)
                .Select(number => Json(Row(number, marked: number % 3 == 0)))
                .Order(StringComparer.Ordinal),
            rows.Items.Select(Json).Order(StringComparer.Ordinal));
        var inProgress = await new CallsInProgress(dynamoDb, name).OldestAsync(100, Cancellation);
        Assert.Equal(
            Enumerable.Range(0, Rows).Where(number => number % 3 == 0),
            inProgress.Select(row => (int)row.Key.EpochSeconds));
        Assert.DoesNotContain(name + "-copy", (await dynamoDb.ListTablesAsync(Cancellation)).TableNames);
    }

    [Fact]
    public async Task One_of_this_version_is_left_alone()
    {
        using var dynamoDb = emulators.Endpoints.CreateDynamoDb();
        await CallTable.EnsureAsync(dynamoDb, "current", Cancellation);
        var made = (await dynamoDb.DescribeTableAsync("current", Cancellation)).Table.TableId;

        await CallTable.EnsureAsync(dynamoDb, "current", Cancellation);

        Assert.Equal(made, (await dynamoDb.DescribeTableAsync("current", Cancellation)).Table.TableId);
    }

    private static async Task PrepareAsync(IAmazonDynamoDB dynamoDb, string name, Before before)
    {
        var copy = name + "-copy";
        switch (before)
        {
            case Before.Nothing:
                await MakeOldAsync(dynamoDb, name);
                await PutAsync(dynamoDb, name, Rows, marked: false);
                break;
            case Before.PartOfACopy:
                await MakeOldAsync(dynamoDb, name);
                await PutAsync(dynamoDb, name, Rows, marked: false);
                await CallTable.EnsureAsync(dynamoDb, copy, Cancellation);
                await PutAsync(dynamoDb, copy, Rows / 2, marked: true);
                break;
            case Before.OnlyTheCopy:
                await CallTable.EnsureAsync(dynamoDb, copy, Cancellation);
                await PutAsync(dynamoDb, copy, Rows, marked: true);
                break;
            default:
                await CallTable.EnsureAsync(dynamoDb, copy, Cancellation);
                await PutAsync(dynamoDb, copy, Rows, marked: true);
                await CallTable.EnsureAsync(dynamoDb, name + "-other", Cancellation);
                await new LocalTables(dynamoDb).EnsureAsync(
                    await DefinitionOfAsync(dynamoDb, name + "-other", name), Cancellation);
                await PutAsync(dynamoDb, name, Rows / 2, marked: true);
                break;
        }
    }

    private static async Task<CreateTableRequest> DefinitionOfAsync(IAmazonDynamoDB dynamoDb, string like, string name)
    {
        var table = (await dynamoDb.DescribeTableAsync(like, Cancellation)).Table;
        return new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = table.AttributeDefinitions,
            KeySchema = table.KeySchema,
            GlobalSecondaryIndexes =
            [
                .. table.GlobalSecondaryIndexes.Select(index => new GlobalSecondaryIndex
                {
                    IndexName = index.IndexName, KeySchema = index.KeySchema, Projection = index.Projection,
                }),
            ],
        };
    }

    /// <summary>As it was before there was an index of calls in progress.</summary>
    private static Task<TableDescription> MakeOldAsync(IAmazonDynamoDB dynamoDb, string name) =>
        new LocalTables(dynamoDb).EnsureAsync(
            new CreateTableRequest
            {
                TableName = name,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions =
                [
                    new("hash", ScalarAttributeType.S),
                    new("epchdatetimestamp", ScalarAttributeType.N),
                    new("listing", ScalarAttributeType.S),
                ],
                KeySchema = [new("hash", KeyType.HASH), new("epchdatetimestamp", KeyType.RANGE)],
                GlobalSecondaryIndexes =
                [
                    new()
                    {
                        IndexName = "calls-by-time",
                        KeySchema = [new("listing", KeyType.HASH), new("epchdatetimestamp", KeyType.RANGE)],
                        Projection = new() { ProjectionType = ProjectionType.ALL },
                    },
                ],
            },
            Cancellation);

    private static async Task PutAsync(IAmazonDynamoDB dynamoDb, string name, int count, bool marked)
    {
        for (var number = 0; number < count; number++)
        {
            await dynamoDb.PutItemAsync(name, Row(number, marked && number % 3 == 0), Cancellation);
        }
    }

    private static Dictionary<string, AttributeValue> Row(int number, bool marked)
    {
        var row = new Dictionary<string, AttributeValue>
        {
            ["hash"] = new($"hash-{number}"),
            ["epchdatetimestamp"] = new() { N = $"{number}" },
            ["listing"] = new("call"),
            ["bedrock_status"] = new(number % 3 == 0 ? "IN_PROGRESS" : "SUCCESS"),
            ["updated_at"] = new($"2026-03-01T12:00:{number:00}.000Z"),
            ["topics"] = new() { L = [] },
            ["metadata"] = AttributeJson.ToAttribute(
                JsonNode.Parse("""{"none":null,"empty":{},"deep":[[1.5,true,""]]}""")),
        };
        if (marked)
        {
            row["in_progress"] = new("call");
        }

        return row;
    }

    private static string Json(Dictionary<string, AttributeValue> row) => new JsonObject(row
        .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
        .Select(attribute => KeyValuePair.Create(attribute.Key, AttributeJson.ToJson(attribute.Value)))).ToJsonString();
}
