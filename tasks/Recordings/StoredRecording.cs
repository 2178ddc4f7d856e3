using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;

namespace CallRecording.Tasks.Recordings;

/// <summary>Where a recording and what was made of it are.</summary>
/// <param name="Audio">The publisher's s3:// URI.</param>
/// <param name="Results">The s3:// URI of results.json; null while there is none.</param>
/// <param name="ResultsVersion">S3's version of it; null where the bucket keeps none.</param>
internal sealed record StoredRecording(
    CallItemKey Key, string Status, string Audio, string? Results, string? ResultsVersion, string? UpdatedAt)
{
    private static readonly string[] Attributes =
    [
        CallAttributes.Hash, CallAttributes.EpochSeconds, CallAttributes.Status, CallAttributes.InputUri,
        CallAttributes.ResultsUri, CallAttributes.ResultsVersion, CallAttributes.UpdatedAt,
    ];

    /// <returns>A projection of what it reads.</returns>
    public static string AddNames(Dictionary<string, string> names)
    {
        foreach (var attribute in Attributes)
        {
            names["#" + attribute] = attribute;
        }

        return string.Join(", ", Attributes.Select(attribute => "#" + attribute));
    }

    public static StoredRecording Of(Dictionary<string, AttributeValue> item) => new(
        CallItemKey.Of(item),
        item.GetValueOrDefault(CallAttributes.Status)?.S ?? string.Empty,
        item.GetValueOrDefault(CallAttributes.InputUri)?.S ?? string.Empty,
        item.GetValueOrDefault(CallAttributes.ResultsUri)?.S,
        item.GetValueOrDefault(CallAttributes.ResultsVersion)?.S,
        item.GetValueOrDefault(CallAttributes.UpdatedAt)?.S);
}
