using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;

namespace CallRecording.Tasks.Intake;

/// <summary>What the starter must know of the item that a message is about.</summary>
/// <param name="Status">One of <see cref="CallStatus"/>.</param>
/// <param name="Audio">The s3:// URI of the recording that it is made of.</param>
/// <param name="Earlier">All recordings that it ever had.</param>
/// <param name="PublishedAt">When the message that it is made of was published; null when unknown.</param>
internal sealed record ReceivedCall(
    string CallId,
    string Status,
    string Audio,
    IReadOnlyCollection<string> Earlier,
    string? ExecutionArn,
    string? PublishedAt)
{
    private static readonly string[] Attributes =
    [
        CallAttributes.Hash, CallAttributes.EpochSeconds, CallAttributes.CallId, CallAttributes.Status,
        CallAttributes.InputUri, CallAttributes.InputUris, CallAttributes.ExecutionArn, CallAttributes.PublishedAt,
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

    public static ReceivedCall Of(Dictionary<string, AttributeValue> item) => new(
        item.GetValueOrDefault(CallAttributes.CallId)?.S ?? string.Empty,
        item.GetValueOrDefault(CallAttributes.Status)?.S ?? string.Empty,
        item.GetValueOrDefault(CallAttributes.InputUri)?.S ?? string.Empty,
        item.GetValueOrDefault(CallAttributes.InputUris)?.SS ?? [],
        item.GetValueOrDefault(CallAttributes.ExecutionArn)?.S,
        item.GetValueOrDefault(CallAttributes.PublishedAt)?.S);
}
