using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.DynamoDb;

/// <summary>JSON to DynamoDB attributes and back, without loss: what DynamoDB cannot hold is kept as text.</summary>
internal static class AttributeJson
{
    // It nests 32 levels; one is left for the attribute itself, should that count as a level, too.
    private const int MaxLevels = 31;

    // Of attribute names, which a map's members have: 1 byte to 64 KB (developer guide, "Naming rules").
    private const int MaxNameBytes = 65_535;

    public static AttributeValue ToAttribute(JsonNode? node) => ToAttribute(node, level: 1);

    public static JsonNode? ToJson(AttributeValue value) => value switch
    {
        { S: { } text } => JsonValue.Create(text),
        // The digits as DynamoDB has them; a double would lose some.
        { N: { } number } => JsonNode.Parse(number),
        { M: { } map } => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, ToJson(member.Value)))),
        { L: { } list } => new JsonArray([.. list.Select(ToJson)]),
        { SS: { } set } => new JsonArray([.. set.Select(text => (JsonNode?)JsonValue.Create(text))]),
        { BOOL: { } truth } => JsonValue.Create(truth),
        _ => null,
    };

    private static AttributeValue ToAttribute(JsonNode? node, int level) => node switch
    {
        null => new AttributeValue { NULL = true },
        JsonObject or JsonArray when level > MaxLevels => Text(node),
        JsonObject map when !map.All(member => IsName(member.Key)) => Text(node),
        JsonObject map => new AttributeValue
        {
            M = map.ToDictionary(member => member.Key, member => ToAttribute(member.Value, level + 1)),
        },
        JsonArray list => new AttributeValue { L = [.. list.Select(element => ToAttribute(element, level + 1))] },
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => new AttributeValue { BOOL = true },
            JsonValueKind.False => new AttributeValue { BOOL = false },
            JsonValueKind.Number => Number(node.ToJsonString()),
            _ => new AttributeValue { S = node.GetValue<string>() },
        },
    };

    private static AttributeValue Number(string text) =>
        AttributeNumber.Exact(text) is { } number ? new AttributeValue { N = number } : new AttributeValue { S = text };

    private static AttributeValue Text(JsonNode node) => new() { S = node.ToJsonString() };

    // A database on one machine that is written in JavaScript takes __proto__ for something else, and refuses the item.
    private static bool IsName(string text) =>
        text.Length > 0 && text != "__proto__" && Encoding.UTF8.GetByteCount(text) <= MaxNameBytes;
}
