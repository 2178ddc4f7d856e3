using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;

namespace CallRecording.Operations.Erasing;

/// <summary>What an item says of where the rest of its call is.</summary>
/// <param name="IsAboutToStart">Its execution has not written to it yet, and perhaps is not there yet.</param>
/// <param name="Recordings">The s3:// URIs of all recordings that the item ever had.</param>
internal sealed record ItemOfCall(
    CallItemKey Key, string CallId, string? ExecutionArn, bool IsAboutToStart, IReadOnlyList<string> Recordings)
{
    private static readonly string[] Attributes =
    [
        CallAttributes.Hash, CallAttributes.EpochSeconds, CallAttributes.CallId, CallAttributes.ExecutionArn,
        CallAttributes.ExecutionInput, CallAttributes.Status, CallAttributes.InputUri, CallAttributes.InputUris,
    ];

    /// <summary>Each of its recordings.</summary>
    public IEnumerable<Call> ToCalls() => Recordings.Select(recording => new Call
    {
        CallId = CallId,
        AudioS3Uri = recording,
        Timestamp = CallTimestamp.Format(DateTimeOffset.FromUnixTimeSeconds(Key.EpochSeconds)),
    });

    /// <returns>A projection of what it reads.</returns>
    public static string AddNames(Dictionary<string, string> names)
    {
        foreach (var attribute in Attributes)
        {
            names["#" + attribute] = attribute;
        }

        return string.Join(", ", Attributes.Select(attribute => "#" + attribute));
    }

    public static ItemOfCall Of(Dictionary<string, AttributeValue> item)
    {
        IEnumerable<string> ever = item.GetValueOrDefault(CallAttributes.InputUris)?.SS ?? [];
        var now = item.GetValueOrDefault(CallAttributes.InputUri)?.S;
        return new ItemOfCall(
            CallItemKey.Of(item),
            item.GetValueOrDefault(CallAttributes.CallId)?.S ?? string.Empty,
            item.GetValueOrDefault(CallAttributes.ExecutionArn)?.S,
            item.ContainsKey(CallAttributes.ExecutionInput)
                && item.GetValueOrDefault(CallAttributes.Status)?.S == CallStatus.InProgress,
            [.. now is null ? ever : ever.Prepend(now).Distinct(StringComparer.Ordinal)]);
    }
}
