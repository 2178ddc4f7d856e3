using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tasks.Calls;

/// <summary>Where a call's item lives: hex MD5 of the call id, and the recording's time in Unix seconds.</summary>
internal sealed record CallItemKey(string Hash, long EpochSeconds)
{
    /// <exception cref="FormatException">The call's timestamp is no time.</exception>
    public static CallItemKey Of(Call call) =>
        new(CallHash.Of(call.CallId), CallTimestamp.Parse(call.Timestamp).ToUnixTimeSeconds());

    /// <summary>Of an item as answers have it: none is without its keys.</summary>
    public static CallItemKey Of(JsonObject item) =>
        new((string)item[CallAttributes.Hash]!, (long)item[CallAttributes.EpochSeconds]!);

    /// <summary>Of an item, or of a key of it.</summary>
    public static CallItemKey Of(Dictionary<string, AttributeValue> item) => new(
        item[CallAttributes.Hash].S,
        long.Parse(item[CallAttributes.EpochSeconds].N, CultureInfo.InvariantCulture));

    public Dictionary<string, AttributeValue> ToAttributes() => new()
    {
        [CallAttributes.Hash] = new AttributeValue { S = Hash },
        [CallAttributes.EpochSeconds] = new AttributeValue
        {
            N = EpochSeconds.ToString(CultureInfo.InvariantCulture),
        },
    };
}
