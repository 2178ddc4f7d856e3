using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;

namespace CallRecording.Tasks.Words;

/// <summary>A word of a call, as the table of words has it.</summary>
/// <param name="SortKey">The call's <see cref="CallSortKey"/>.</param>
/// <param name="AtMillis">Where it is first said; null where there are no times.</param>
internal sealed record WordRow(string Word, string SortKey, string? FoundIn, long? AtMillis, string? Excerpt)
{
    public static WordRow Of(Dictionary<string, AttributeValue> row) => new(
        row[WordAttributes.Word].S,
        row[WordAttributes.Call].S,
        row.GetValueOrDefault(WordAttributes.FoundIn)?.S,
        row.GetValueOrDefault(WordAttributes.AtMillis)?.N is { } millis
            ? long.Parse(millis, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : null,
        row.GetValueOrDefault(WordAttributes.Excerpt)?.S);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["word"] = Word, ["found_in"] = FoundIn, ["excerpt"] = Excerpt };
        if (AtMillis is { } millis)
        {
            json["at_millis"] = millis;
        }

        return json;
    }
}
