namespace CallRecording.Tests.Infra.Iam.Callers;

/// <summary>Condition keys that callers send.</summary>
internal static class SourceKeys
{
    public const string Arn = "aws:SourceArn";
    public const string Account = "aws:SourceAccount";
    public const string Tls = "aws:SecureTransport";
    public const string ViaService = "kms:ViaService";
    public const string CallerAccount = "kms:CallerAccount";
    public const string OfTopic = "kms:EncryptionContext:aws:sns:topicArn";
    public const string OfQueue = "kms:EncryptionContext:aws:sqs:arn";
    public const string OfLogs = "kms:EncryptionContext:aws:logs:arn";
}
