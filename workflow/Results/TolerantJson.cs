using System.Globalization;
using System.Text.Json;

namespace CallRecording.Workflow.Results;

/// <summary>Members that may be missing, null or of another type than documented: then there is nothing, no error.
/// </summary>
internal static class TolerantJson
{
    public static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static JsonElement? Member(this JsonElement? json, string name) => json?.Member(name);

    public static IEnumerable<JsonElement> Items(this JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) => json.Member(name).Items();

    public static string? Text(this JsonElement? json) =>
        json is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static string? Text(this JsonElement json, string name) => json.Member(name).Text();

    /// <summary>A whole number, also one in quotes: the service writes asset ids both ways.</summary>
    public static long? Whole(this JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var whole) => whole,
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) => Rounded(value),
        { ValueKind: JsonValueKind.String } text when Parsed(text.GetString()) is { } whole => whole,
        _ => null,
    };

    public static long? Whole(this JsonElement json, string name) => json.Member(name).Whole();

    public static int? Index(this JsonElement? json) =>
        json.Whole() is >= 0 and <= int.MaxValue and var index ? (int)index : null;

    public static int? Index(this JsonElement json, string name) => json.Member(name).Index();

    public static decimal? Number(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value)
            ? value
            : null;

    /// <summary>The same, every name and text of which has been read once: later, out of sight of who reads the file,
    /// nothing can turn out to be no text.</summary>
    /// <exception cref="InvalidOperationException">One holds half of a UTF-16 pair.</exception>
    public static JsonElement Readable(this JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    _ = member.Name;
                    member.Value.Readable();
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    item.Readable();
                }

                break;
            case JsonValueKind.String:
                _ = json.GetString();
                break;
            default:
                break;
        }

        return json;
    }

    private static long? Parsed(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;

    private static long? Rounded(double value) =>
        Math.Abs(value) < long.MaxValue / 2 ? (long)Math.Round(value, MidpointRounding.AwayFromZero) : null;
}
