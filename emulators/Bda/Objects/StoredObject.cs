namespace CallRecording.Emulators.Bda.Objects;

/// <summary>An object of S3, or its beginning.</summary>
/// <param name="SizeBytes">Of the whole object.</param>
internal sealed record StoredObject(byte[] Bytes, long SizeBytes, DateTime? LastModified);
