using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.Calls.Reading;

/// <param name="Items">What is there, by key.</param>
/// <param name="Unread">What was not looked at: whether it is there is not known.</param>
internal sealed record CallBatchAnswer(
    IReadOnlyDictionary<CallItemKey, Dictionary<string, AttributeValue>> Items, IReadOnlySet<CallItemKey> Unread);
