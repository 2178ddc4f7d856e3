namespace CallRecording.Infra.Settings;

/// <summary>Whose key encrypts tables, buckets, queues, logs and Bedrock Data Automation. The topics have the stack's
/// always.</summary>
internal enum EncryptionMode
{
    /// <summary>Keys that the services own.</summary>
    ServiceManaged,

    /// <summary>A key of this stack, rotated every year.</summary>
    Kms,
}
