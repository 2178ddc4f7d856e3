using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Aws;

namespace CallRecording.Local.Emulators.Resources;

/// <summary>The table of calls and its index by time.</summary>
internal static class CallTable
{
    public const string TimeIndex = CallAttributes.IndexByTime;

    private const int MostLooks = 600;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>What a list shows; transcripts stay out, so that a page of the index is small.</summary>
    private static readonly List<string> ListedAttributes =
    [
        CallAttributes.CallId, CallAttributes.InputUri, CallAttributes.OutputUri, CallAttributes.Status,
        CallAttributes.CallSummary, CallAttributes.CallCategories, CallAttributes.Topics, CallAttributes.AudioSummary,
        CallAttributes.CreatedAt, CallAttributes.UpdatedAt, CallAttributes.Language, CallAttributes.DurationSeconds,
        CallAttributes.ExecutionArn, CallAttributes.Error, CallAttributes.Cause, CallAttributes.FailedState,
        CallAttributes.ResultsUri, CallAttributes.ResultsVersion, CallAttributes.OnlyInResults,
    ];

    public static async Task EnsureAsync(IAmazonDynamoDB dynamoDb, string name, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.CreateTableAsync(Definition(name), cancellationToken);
        }
        catch (ResourceInUseException)
        {
            // There already, perhaps with fewer attributes in its index.
        }

        Check(await ActiveAsync(dynamoDb, name, cancellationToken));
    }

    /// <summary>Until it is active, and its index too, a table answers that it is not there.</summary>
    private static async Task<TableDescription> ActiveAsync(
        IAmazonDynamoDB dynamoDb, string name, CancellationToken cancellationToken)
    {
        using var pauses = new PeriodicTimer(Pause);
        for (var look = 1; look <= MostLooks; look++)
        {
            var answer = await dynamoDb.DescribeTableAsync(name, cancellationToken);
            if (answer.Table.TableStatus == TableStatus.ACTIVE
                && (answer.Table.GlobalSecondaryIndexes ?? []).TrueForAll(index => index.IndexStatus == IndexStatus.ACTIVE))
            {
                return answer.Table;
            }

            await pauses.WaitForNextTickAsync(cancellationToken);
        }

        throw new EmulatorException($"The table {name} is not active after {MostLooks} looks at it.");
    }

    private static CreateTableRequest Definition(string name) => new()
    {
        TableName = name,
        BillingMode = BillingMode.PAY_PER_REQUEST,
        AttributeDefinitions =
        [
            new(CallAttributes.Hash, ScalarAttributeType.S),
            new(CallAttributes.EpochSeconds, ScalarAttributeType.N),
            new(CallAttributes.Listing, ScalarAttributeType.S),
        ],
        KeySchema = [new(CallAttributes.Hash, KeyType.HASH), new(CallAttributes.EpochSeconds, KeyType.RANGE)],
        GlobalSecondaryIndexes =
        [
            new()
            {
                IndexName = TimeIndex,
                KeySchema = [new(CallAttributes.Listing, KeyType.HASH), new(CallAttributes.EpochSeconds, KeyType.RANGE)],
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
