using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;

namespace CallRecording.Infra.Storage;

/// <summary>Who may use the stack's key. Services that act for themselves are held to what of the stack they encrypt,
/// by the encryption context that each sends: aws:SourceArn is not there in every one of these requests
/// (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html).</summary>
internal static class EncryptionKeyPolicy
{
    public static IEnumerable<Statement> Of(StackSettings settings) =>
    [
        Administer(settings),
        UseThrough("sns", settings),
        Publish("cloudwatch", Names.Alarms, settings),
        Publish("budgets", Names.Alarms, settings),
        .. settings.HasForeignPublisher ? [PublishFromElsewhere(settings)] : Array.Empty<Statement>(),
        .. settings.Encryption is EncryptionMode.Kms ? ForData(settings) : [],
    ];

    private static Statement[] ForData(StackSettings settings) =>
    [
        UseThrough("s3", settings),
        UseThrough("dynamodb", settings),
        UseThrough("sqs", settings),
        UseThrough("bedrock", settings),
        Deliver("sns", settings),
        Deliver("events", settings),
        WriteLogs(settings),
    ];

    // The administrator's actions, one by one: without such a statement no principal could change the key again.
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
        Principal = ("AWS", $"arn:aws:iam::{settings.AccountId}:root"),
        // In a key's own policy this is the key.
        Resources = { "*" },
    };

    private static Statement UseThrough(string service, StackSettings settings) => new(
        $"UseThrough{Title(service)}",
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

    private static Statement Publish(string service, string topic, StackSettings settings) =>
        new($"PublishFor{Title(service)}", "kms:Decrypt", "kms:GenerateDataKey")
        {
            Principal = ("Service", $"{service}.amazonaws.com"),
            // In a key's own policy this is the key.
            Resources = { "*" },
            Conditions = [("StringEquals", "kms:EncryptionContext:aws:sns:topicArn", Arn("sns", topic, settings))],
        };

    /// <summary>The publisher's own account must allow the same, with this key's ARN.</summary>
    private static Statement PublishFromElsewhere(StackSettings settings) =>
        new("PublishFromElsewhere", "kms:Decrypt", "kms:GenerateDataKey")
        {
            Principal = ("AWS", settings.PublisherArn),
            // In a key's own policy this is the key.
            Resources = { "*" },
            Conditions =
            [
                ("StringEquals", "kms:EncryptionContext:aws:sns:topicArn", Arn("sns", Names.Topic, settings)),
                ("StringEquals", "kms:ViaService", $"sns.{settings.Region}.amazonaws.com"),
            ],
        };

    private static Statement Deliver(string service, StackSettings settings) =>
        new($"DeliverFor{Title(service)}", "kms:Decrypt", "kms:GenerateDataKey")
        {
            Principal = ("Service", $"{service}.amazonaws.com"),
            // In a key's own policy this is the key.
            Resources = { "*" },
            Conditions = [("ArnLike", "kms:EncryptionContext:aws:sqs:arn", Arn("sqs", Names.Of("*"), settings))],
        };

    private static Statement WriteLogs(StackSettings settings) => new(
        "WriteLogs",
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:DescribeKey")
    {
        Principal = ("Service", $"logs.{settings.Region}.amazonaws.com"),
        // In a key's own policy this is the key.
        Resources = { "*" },
        Conditions = [("ArnLike", "kms:EncryptionContext:aws:logs:arn", Arn("logs", "log-group:*", settings))],
    };

    private static string Arn(string service, string name, StackSettings settings) =>
        $"arn:aws:{service}:{settings.Region}:{settings.AccountId}:{name}";

    private static string Title(string service) => $"{char.ToUpperInvariant(service[0])}{service[1..]}";
}
