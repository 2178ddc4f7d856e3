using CallRecording.Infra.Settings;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace CallRecording.Infra.Storage;

/// <summary>The tables' keys and indexes, as <c>tasks</c> writes and asks for them.</summary>
internal static class CallTables
{
    private const int RecoveryDays = 35;

    public static TableArgs Calls(StackSettings settings, EncryptionKey key)
    {
        var table = Kept(settings, key);
        table.HashKey = "hash";
        table.RangeKey = "epchdatetimestamp";
        table.Attributes =
        [
            Text("hash"),
            new TableAttributeArgs { Name = "epchdatetimestamp", Type = "N" },
            Text("listing"),
            Text("bedrock_status"),
            Text("in_progress"),
            Text("updated_at"),
        ];
        table.GlobalSecondaryIndexes =
        [
            Index(CallIndexes.ByTime, "listing", "epchdatetimestamp", CallIndexes.ListedAttributes),
            Index(CallIndexes.ByStatus, "bedrock_status", "epchdatetimestamp", CallIndexes.ListedAttributes),
            Index(CallIndexes.ForCounting, "listing", "epchdatetimestamp", CallIndexes.CountedAttributes),
            Index(CallIndexes.InProgress, "in_progress", "updated_at", []),
        ];
        return table;
    }

    public static TableArgs Words(StackSettings settings, EncryptionKey key)
    {
        var table = Kept(settings, key);
        table.HashKey = "word";
        table.RangeKey = "call";
        table.Attributes = [Text("word"), Text("call")];
        return table;
    }

    private static TableArgs Kept(StackSettings settings, EncryptionKey key) => new()
    {
        BillingMode = "PAY_PER_REQUEST",
        PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = true, RecoveryPeriodInDays = RecoveryDays },
        ServerSideEncryption = new TableServerSideEncryptionArgs
        {
            Enabled = true,
            KmsKeyArn = key.Data,
        },
        DeletionProtectionEnabled = settings.ProtectData,
    };

    private static TableAttributeArgs Text(string name) => new() { Name = name, Type = "S" };

    private static TableGlobalSecondaryIndexArgs Index(
        string name, string hash, string range, IEnumerable<string> attributes)
    {
        // Keys are in an index anyway.
        string[] further = [.. attributes.Except([hash, range], StringComparer.Ordinal)];
        var index = new TableGlobalSecondaryIndexArgs
        {
            Name = name,
            KeySchemas = [Key(hash, "HASH"), Key(range, "RANGE")],
            ProjectionType = further.Length == 0 ? "KEYS_ONLY" : "INCLUDE",
        };
        if (further.Length > 0)
        {
            index.NonKeyAttributes = further;
        }

        return index;
    }

    private static TableGlobalSecondaryIndexKeySchemaArgs Key(string attribute, string type) =>
        new() { AttributeName = attribute, KeyType = type };
}
