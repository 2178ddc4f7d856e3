using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Aws;

namespace CallRecording.Local.Emulators.Resources;

/// <summary>The table of calls and its indexes.</summary>
internal static class CallTable
{
    public const string TimeIndex = CallAttributes.IndexByTime;

    /// <summary>What a list shows; transcripts stay out, so that a page of the index is small.</summary>
    internal static readonly List<string> ListedAttributes =
    [
        CallAttributes.CallId, CallAttributes.InputUri, CallAttributes.OutputUri, CallAttributes.Status,
        CallAttributes.CallSummary, CallAttributes.CallCategories, CallAttributes.Topics, CallAttributes.AudioSummary,
        CallAttributes.CreatedAt, CallAttributes.UpdatedAt, CallAttributes.Language, CallAttributes.DurationSeconds,
        CallAttributes.ExecutionArn, CallAttributes.Error, CallAttributes.Cause, CallAttributes.FailedState,
        CallAttributes.ResultsUri, CallAttributes.ResultsVersion, CallAttributes.OnlyInResults,
    ];

    /// <summary>Makes the table; one that an older version of this program made gets the indexes it lacks.</summary>
    /// <remarks>dynalite takes an UpdateTable that makes an index, and makes none: so the table is made anew, by way
    /// of a copy. A start that is cut off anywhere in between leaves all rows in one of the two, and the next one goes
    /// on.</remarks>
    public static async Task EnsureAsync(IAmazonDynamoDB dynamoDb, string name, CancellationToken cancellationToken)
    {
        var tables = new LocalTables(dynamoDb);
        var copy = name + "-copy";
        if (!IsCurrent(await tables.EnsureAsync(Definition(name), cancellationToken)))
        {
            await tables.EnsureAsync(Definition(copy), cancellationToken);
            await tables.CopyRowsAsync(name, copy, MarkInProgress, cancellationToken);
            await tables.DeleteAsync(name, cancellationToken);
            await tables.EnsureAsync(Definition(name), cancellationToken);
        }

        if (await tables.ExistsAsync(copy, cancellationToken))
        {
            await tables.CopyRowsAsync(copy, name, _ => { }, cancellationToken);
            await tables.DeleteAsync(copy, cancellationToken);
        }
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
            new(CallAttributes.InProgress, ScalarAttributeType.S),
            new(CallAttributes.UpdatedAt, ScalarAttributeType.S),
        ],
        KeySchema = [new(CallAttributes.Hash, KeyType.HASH), new(CallAttributes.EpochSeconds, KeyType.RANGE)],
        GlobalSecondaryIndexes = [ByTime(), InProgress()],
    };

    private static GlobalSecondaryIndex ByTime() => new()
    {
        IndexName = TimeIndex,
        KeySchema = [new(CallAttributes.Listing, KeyType.HASH), new(CallAttributes.EpochSeconds, KeyType.RANGE)],
        Projection = new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = ListedAttributes },
    };

    private static GlobalSecondaryIndex InProgress() => new()
    {
        IndexName = CallAttributes.IndexInProgress,
        KeySchema = [new(CallAttributes.InProgress, KeyType.HASH), new(CallAttributes.UpdatedAt, KeyType.RANGE)],
        Projection = new() { ProjectionType = ProjectionType.KEYS_ONLY },
    };

    private static bool IsCurrent(TableDescription table)
    {
        var byTime = table.GlobalSecondaryIndexes?.Find(index => index.IndexName == TimeIndex);
        return table.GlobalSecondaryIndexes?.Exists(index => index.IndexName == CallAttributes.IndexInProgress) == true
            && !ListedAttributes.Except(byTime?.Projection.NonKeyAttributes ?? []).Any();
    }

    // Rows from before the index do not say that they belong to it.
    private static void MarkInProgress(Dictionary<string, AttributeValue> row)
    {
        if (row.GetValueOrDefault(CallAttributes.Status)?.S == CallStatus.InProgress)
        {
            row[CallAttributes.InProgress] = new AttributeValue(CallAttributes.InProgressCalls);
        }
    }
}
