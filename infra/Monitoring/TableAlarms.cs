using CallRecording.Infra.Storage;

namespace CallRecording.Infra.Monitoring;

/// <summary>Requests that DynamoDB refuses because there are too many.</summary>
internal static class TableAlarms
{
    public static void AddTo(AlarmSet alarms, CallStore store)
    {
        foreach (var kind in new[] { "Read", "Write" })
        {
            alarms.AddSum(
                $"table-{kind.ToLowerInvariant()}-throttles",
                $"DynamoDB refused {kind.ToLowerInvariant()}s of the tables or their indexes. The functions try again; "
                + "when it goes on, look for a key that everything goes to, and at the table's and the account's "
                + "throughput quotas.",
                Throttles(store, $"{kind}ThrottleEvents"));
        }
    }

    /// <summary>Of both tables and each index: CloudWatch counts an index by itself.</summary>
    private static IEnumerable<WatchedMetric> Throttles(CallStore store, string metric) =>
    [
        new("AWS/DynamoDB", metric) { Dimensions = { ["TableName"] = store.Table.Name } },
        new("AWS/DynamoDB", metric) { Dimensions = { ["TableName"] = store.Words.Name } },
        .. CallIndexes.All.Select(index => new WatchedMetric("AWS/DynamoDB", metric)
        {
            Dimensions = { ["TableName"] = store.Table.Name, ["GlobalSecondaryIndexName"] = index },
        }),
    ];
}
