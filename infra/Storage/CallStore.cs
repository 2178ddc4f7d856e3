using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.DynamoDB;
using Pulumi.Aws.DynamoDB.Inputs;

namespace CallRecording.Infra.Storage;

/// <summary>Where calls are kept: the table with its indexes, and the bucket of results.</summary>
internal sealed class CallStore : ComponentResource
{
    public CallStore(StackSettings settings, ComponentResourceOptions options)
        : base("call-recording:storage:CallStore", Names.Of("store"), options)
    {
        var key = settings.Encryption is EncryptionMode.Kms
            ? new EncryptionKey(settings, new() { Parent = this })
            : null;
        Table = new Table(
            TableName(settings),
            new()
            {
                Name = TableName(settings),
                BillingMode = "PAY_PER_REQUEST",
                HashKey = "hash",
                RangeKey = "epchdatetimestamp",
                Attributes = Attributes(),
                GlobalSecondaryIndexes = { ByTime(), InProgress() },
                PointInTimeRecovery = new TablePointInTimeRecoveryArgs { Enabled = true, RecoveryPeriodInDays = 35 },
                ServerSideEncryption = new TableServerSideEncryptionArgs { Enabled = true, KmsKeyArn = key is null ? null : (Input<string>)key.Arn },
                DeletionProtectionEnabled = settings.ProtectData,
            },
            new() { Parent = this, Protect = settings.ProtectData });
        Results = new ResultsBucket(settings, key, new() { Parent = this });
        RegisterOutputs();
    }

    public Table Table { get; }

    public ResultsBucket Results { get; }

    /// <summary>The indexes' ARNs are below the table's.</summary>
    public Output<string> IndexArn(string index) => Output.Format($"{Table.Arn}/index/{index}");

    private static string TableName(StackSettings settings) =>
        $"{settings.Project}-{settings.Environment}-call-recordings";

    private static InputList<TableAttributeArgs> Attributes() =>
    [
        new TableAttributeArgs { Name = "hash", Type = "S" },
        new TableAttributeArgs { Name = "epchdatetimestamp", Type = "N" },
        new TableAttributeArgs { Name = "listing", Type = "S" },
        new TableAttributeArgs { Name = "in_progress", Type = "S" },
        new TableAttributeArgs { Name = "updated_at", Type = "S" },
    ];

    private static TableGlobalSecondaryIndexArgs ByTime() => new()
    {
        Name = CallIndexes.ByTime,
        HashKey = "listing",
        RangeKey = "epchdatetimestamp",
        ProjectionType = "INCLUDE",
        NonKeyAttributes = CallIndexes.ListedAttributes,
    };

    private static TableGlobalSecondaryIndexArgs InProgress() => new()
    {
        Name = CallIndexes.InProgress,
        HashKey = "in_progress",
        RangeKey = "updated_at",
        ProjectionType = "KEYS_ONLY",
    };
}
