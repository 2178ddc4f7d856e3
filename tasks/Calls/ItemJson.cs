using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.DynamoDb;

namespace CallRecording.Tasks.Calls;

/// <summary>An item as answers show it: the user's names in order, without the bookkeeping between
/// executions.</summary>
internal static class ItemJson
{
    public static JsonObject Of(IReadOnlyDictionary<string, AttributeValue> attributes) => new(
        attributes
            .Where(attribute => !CallAttributes.Internal.Contains(attribute.Key))
            .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute => KeyValuePair.Create(attribute.Key, AttributeJson.ToJson(attribute.Value))));
}
