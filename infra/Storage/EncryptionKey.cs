using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Kms;

namespace CallRecording.Infra.Storage;

/// <summary>The stack's own KMS key. The topics always use it, because neither CloudWatch nor Budgets may use SNS's own
/// key; everything else uses it with <see cref="EncryptionMode.Kms"/>. A principal that may use one of these services
/// may use the key through that service alone.</summary>
internal sealed class EncryptionKey : ComponentResource
{
    public EncryptionKey(StackSettings settings, ComponentResourceOptions options)
        : base("call-recording:storage:EncryptionKey", Names.Of("key"), options)
    {
        var key = new Key(
            Names.Of("key"),
            new()
            {
                Description = "Recordings, results, items, messages and logs of call recordings.",
                EnableKeyRotation = true,
                DeletionWindowInDays = 30,
                Policy = PolicyDocument.Of([.. EncryptionKeyPolicy.Of(settings)]),
            },
            new() { Parent = this, Protect = settings.ProtectData });
        _ = new Pulumi.Aws.Kms.Alias(
            Names.Of("key"),
            new() { Name = $"alias/{settings.Project}-{settings.Environment}", TargetKeyId = key.KeyId },
            new() { Parent = this });
        TopicsArn = key.Arn;
        DataArn = settings.Encryption is EncryptionMode.Kms ? key.Arn : null;
        RegisterOutputs();
    }

    public Output<string> TopicsArn { get; }

    /// <summary>For tables, buckets, queues, logs and Bedrock Data Automation; null where the services' own keys
    /// do.</summary>
    public Output<string>? DataArn { get; }

    /// <summary>As an argument; null stays null.</summary>
    public Input<string>? Data => DataArn is null ? null : (Input<string>)DataArn;
}
