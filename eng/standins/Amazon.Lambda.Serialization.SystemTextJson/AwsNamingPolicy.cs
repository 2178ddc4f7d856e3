using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Names as they are, but for the two S3 event members that are no identifiers.</summary>
internal sealed class AwsNamingPolicy : JsonNamingPolicy
{
    public override string ConvertName(string name) => name switch
    {
        "XAmzId2" => "x-amz-id-2",
        "XAmzRequestId" => "x-amz-request-id",
        _ => name,
    };
}
