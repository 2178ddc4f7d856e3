namespace CallRecording.Tests.Infra.Iam.Deployed;

/// <summary>Which service takes a policy: each has rules of its own.</summary>
internal enum Service
{
    Iam,
    Sns,
    Sqs,
    S3,
    Kms,
    Lambda,
}
