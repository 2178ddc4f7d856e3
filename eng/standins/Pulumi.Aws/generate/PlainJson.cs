using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CallRecording.Standins.PulumiAws;

/// <summary>JSON to read and compare: an object that holds no further object is one line.</summary>
internal static class PlainJson
{
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node, 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        if (node is not JsonObject members || !members.Any(member => member.Value is JsonObject))
        {
            text.Append(OnOneLine(node));
            return;
        }

        var indent = new string(' ', 2 * (depth + 1));
        var separator = "{\n";
        foreach (var (name, value) in members)
        {
            text.Append(separator).Append(CultureInfo.InvariantCulture, $"{indent}\"{name}\": ");
            Append(text, value, depth + 1);
            separator = ",\n";
        }

        text.Append('\n').Append(indent.AsSpan(2)).Append('}');
    }

    private static string OnOneLine(JsonNode? node) => node switch
    {
        JsonObject members =>
            $"{{ {string.Join(", ", members.Select(member => $"\"{member.Key}\": {OnOneLine(member.Value)}"))} }}",
        JsonArray items => $"[{string.Join(", ", items.Select(OnOneLine))}]",
        null => "null",
        _ => node.ToJsonString(),
    };
}
