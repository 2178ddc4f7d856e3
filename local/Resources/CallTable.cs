using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;

namespace CallRecording.Local.Resources;

/// <summary>The table of calls and its indexes.</summary>
internal static class CallTable
{
    public const string TimeIndex = CallAttributes.IndexByTime;

    /// <summary>What a list shows; transcripts stay out, so that a page of the index is small.</summary>
    /// <remarks>DynamoDB takes at most 20 names for one index (API reference, "Projection").</remarks>
    internal static readonly List<string> ListedAttributes =
    [
        CallAttributes.CallId, CallAttributes.InputUri, CallAttributes.Status, CallAttributes.CallSummary,
        CallAttributes.CallCategories, CallAttributes.Topics, CallAttributes.AudioSummary, CallAttributes.CreatedAt,
        CallAttributes.UpdatedAt, CallAttributes.Language, CallAttributes.DurationSeconds, CallAttributes.ExecutionArn,
        CallAttributes.Error, CallAttributes.Cause, CallAttributes.FailedState, CallAttributes.Step,
        CallAttributes.ExecutionStartedAt, CallAttributes.SubmittedAt, CallAttributes.ProcessingSeconds,
        CallAttributes.CostDollars,
    ];

    /// <summary>What an overview counts.</summary>
    internal static readonly List<string> CountedAttributes =
    [
        CallAttributes.Status, CallAttributes.CallCategories, CallAttributes.DurationSeconds,
        CallAttributes.ProcessingSeconds, CallAttributes.CostDollars,
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
            new(CallAttributes.Status, ScalarAttributeType.S),
            new(CallAttributes.InProgress, ScalarAttributeType.S),
            new(CallAttributes.UpdatedAt, ScalarAttributeType.S),
        ],
        KeySchema = [new(CallAttributes.Hash, KeyType.HASH), new(CallAttributes.EpochSeconds, KeyType.RANGE)],
        GlobalSecondaryIndexes = Indexes(),
    };

    private static List<GlobalSecondaryIndex> Indexes() =>
    [
        Index(TimeIndex, CallAttributes.Listing, CallAttributes.EpochSeconds, ListedAttributes),
        Index(CallAttributes.IndexByStatus, CallAttributes.Status, CallAttributes.EpochSeconds, ListedAttributes),
        Index(CallAttributes.IndexOfCounts, CallAttributes.Listing, CallAttributes.EpochSeconds, CountedAttributes),
        Index(CallAttributes.IndexInProgress, CallAttributes.InProgress, CallAttributes.UpdatedAt, []),
    ];

    private static GlobalSecondaryIndex Index(string name, string hash, string range, IEnumerable<string> attributes)
    {
        // Keys are in an index anyway.
        List<string> further = [.. attributes.Except([hash, range], StringComparer.Ordinal)];
        return new()
        {
            IndexName = name,
            KeySchema = [new(hash, KeyType.HASH), new(range, KeyType.RANGE)],
            Projection = further.Count == 0
                ? new() { ProjectionType = ProjectionType.KEYS_ONLY }
                : new() { ProjectionType = ProjectionType.INCLUDE, NonKeyAttributes = further },
        };
    }

    private static bool IsCurrent(TableDescription table) => Indexes().TrueForAll(index =>
        table.GlobalSecondaryIndexes?.Find(made => made.IndexName == index.IndexName) is { } made
        && !(index.Projection.NonKeyAttributes ?? []).Except(made.Projection.NonKeyAttributes ?? []).Any());

    // Rows from before the index do not say that they belong to it.
    private static void MarkInProgress(Dictionary<string, AttributeValue> row)
    {
        if (row.GetValueOrDefault(CallAttributes.Status)?.S == CallStatus.InProgress)
        {
            row[CallAttributes.InProgress] = new AttributeValue(CallAttributes.InProgressCalls);
        }
    }
}
