using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Kms;

namespace CallRecording.Infra.Storage;

/// <summary>A key of the stack's own for the results and the table. Who may use S3 and DynamoDB here may use it through
/// them, and through nothing else.</summary>
internal sealed class EncryptionKey : ComponentResource
{
    public EncryptionKey(StackSettings settings, ComponentResourceOptions options)
        : base("call-recording:storage:EncryptionKey", Names.Of("key"), options)
    {
        var key = new Key(
            Names.Of("key"),
            new()
            {
                Description = "Results and items of call recordings.",
                EnableKeyRotation = true,
                DeletionWindowInDays = 30,
                Policy = PolicyDocument.Of(
                    Administer(settings), UseThrough("s3", settings), UseThrough("dynamodb", settings)),
            },
            new() { Parent = this, Protect = settings.ProtectData });
        _ = new Pulumi.Aws.Kms.Alias(
            Names.Of("key"),
            new() { Name = $"alias/{settings.Project}-{settings.Environment}", TargetKeyId = key.KeyId },
            new() { Parent = this });
        Arn = key.Arn;
        RegisterOutputs();
    }

    public Output<string> Arn { get; }

    // The actions of a key's administrator, spelt out: without such a statement nobody could ever change the key again.
    private static Statement Administer(StackSettings settings) => new(
        "Administer",
        "kms:CreateAlias",
        "kms:DeleteAlias",
        "kms:UpdateAlias",
        "kms:DescribeKey",
        "kms:EnableKey",
        "kms:DisableKey",
        "kms:EnableKeyRotation",
        "kms:DisableKeyRotation",
        "kms:GetKeyPolicy",
        "kms:PutKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListResourceTags",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateKeyDescription",
        "kms:ListGrants",
        "kms:RevokeGrant",
        "kms:ScheduleKeyDeletion",
        "kms:CancelKeyDeletion")
    {
        Principal = ("AWS", $"arn:{settings.Partition}:iam::{settings.AccountId}:root"),
        // In a key's own policy this is the key.
        Resources = { "*" },
    };

    private static Statement UseThrough(string service, StackSettings settings) => new(
        $"UseThrough{service.ToUpperInvariant()}",
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:DescribeKey",
        "kms:CreateGrant")
    {
        Principal = ("AWS", "*"),
        // In a key's own policy this is the key.
        Resources = { "*" },
        Conditions =
        [
            ("StringEquals", "kms:CallerAccount", settings.AccountId),
            ("StringEquals", "kms:ViaService", $"{service}.{settings.Region}.amazonaws.com"),
        ],
    };
}
