using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Local.Emulators.Resources;

/// <summary>The table of calls and its index by time.</summary>
internal static class CallTable
{
    public const string TimeIndex = "calls-by-time";

    /// <summary>What a list shows; transcripts stay out, so that a page of the index is small.</summary>
    private static readonly List<string> ListedAttributes =
    [
        "call_id", "s3_input_uri", "s3_output_uri", "bedrock_status", "call_summary", "call_categories", "topics",
        "audio_summary", "created_at", "updated_at", "language", "duration_seconds", "execution_arn", "error", "cause",
        "failed_state", "results_s3_uri", "results_version_id", "only_in_results",
    ];

    public static async Task EnsureAsync(IAmazonDynamoDB dynamoDb, string name, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.CreateTableAsync(Definition(name), cancellationToken);
        }
        catch (ResourceInUseException)
        {
            var existing = await dynamoDb.DescribeTableAsync(name, cancellationToken);
            Check(existing.Table);
        }
    }

    private static CreateTableRequest Definition(string name) => new()
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
                IndexName = TimeIndex,
                KeySchema = [new("listing", KeyType.HASH), new("epchdatetimestamp", KeyType.RANGE)],
                Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ListedAttributes },
            },
        ],
    };

    // A data directory may be older than this program.
    private static void Check(TableDescription table)
    {
        var index = table.GlobalSecondaryIndexes?.Find(index => index.IndexName == TimeIndex);
        var missing = ListedAttributes.Except(index?.Projection.NonKeyAttributes ?? []).ToList();
        if (missing.Count > 0)
            throw new EmulatorException(
                $"Table {table.TableName} was made by another version: its index {TimeIndex} lacks "
                + $"{string.Join(", ", missing)}. Remove the data directory, or use another one.");
    }
}
