using System.Text.Json.Nodes;

namespace CallRecording.Operations.Erasing;

/// <summary>An object of S3, or one version of it.</summary>
/// <param name="VersionId">Null where its bucket keeps none.</param>
internal sealed record StoredVersion(string Bucket, string Key, string? VersionId)
{
    /// <summary>For display.</summary>
    public override string ToString() =>
        VersionId is null ? $"s3://{Bucket}/{Key}" : $"s3://{Bucket}/{Key}  version {VersionId}";

    public JsonObject ToJson() => VersionId is null
        ? new() { ["s3Uri"] = $"s3://{Bucket}/{Key}" }
        : new() { ["s3Uri"] = $"s3://{Bucket}/{Key}", ["versionId"] = VersionId };
}
