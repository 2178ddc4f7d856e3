using System.Globalization;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;

namespace CallRecording.Tasks.Settlement;

/// <summary>A row of the index of calls in progress.</summary>
/// <param name="UpdatedAt">When its execution last wrote to the item.</param>
internal sealed record CallInProgress(CallItemKey Key, string UpdatedAt)
{
    public static CallInProgress Of(Dictionary<string, AttributeValue> row) => new(
        new CallItemKey(
            row[CallAttributes.Hash].S,
            long.Parse(row[CallAttributes.EpochSeconds].N, CultureInfo.InvariantCulture)),
        row[CallAttributes.UpdatedAt].S);

    /// <summary>Its place in the index, also once it has left it.</summary>
    public Dictionary<string, AttributeValue> ToCheckpoint() => new(Key.ToAttributes())
    {
        [CallAttributes.InProgress] = new AttributeValue { S = CallAttributes.InProgressCalls },
        [CallAttributes.UpdatedAt] = new AttributeValue { S = UpdatedAt },
    };
}
