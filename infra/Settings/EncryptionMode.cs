namespace CallRecording.Infra.Settings;

/// <summary>Whose key encrypts the results and the table.</summary>
internal enum EncryptionMode
{
    /// <summary>Keys that S3 and DynamoDB own.</summary>
    ServiceManaged,

    /// <summary>A key of this stack, rotated every year.</summary>
    Kms,
}
