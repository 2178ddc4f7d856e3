using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.Aws;

/// <summary>JSON to DynamoDB attributes and back, without loss: what DynamoDB cannot hold is kept as text.</summary>
internal static class AttributeJson
{
    // DynamoDB's numbers: 38 digits, magnitude up to 9.9E+125, down to 1E-130 (developer guide, "Constraints").
    private const int MostDigits = 38;
    private const double LargestMagnitude = 9.9e125;
    private const double SmallestMagnitude = 1e-130;

    // It nests 32 levels; one is left for the attribute itself, should that count as a level, too.
    private const int MostLevels = 31;

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
        JsonObject or JsonArray when level > MostLevels => new AttributeValue { S = node.ToJsonString() },
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
        Fits(text) ? new AttributeValue { N = text } : new AttributeValue { S = text };

    private static bool Fits(string text)
    {
        var magnitude = Math.Abs(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        return text.Count(char.IsAsciiDigit) <= MostDigits
            && (magnitude == 0 || (magnitude <= LargestMagnitude && magnitude >= SmallestMagnitude));
    }
}
