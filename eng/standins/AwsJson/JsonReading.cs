using System.Globalization;
using System.Text.Json;
using Amazon;

namespace AwsJson;

/// <summary>Members of an answer, null where absent or null; unknown members are never looked at.</summary>
internal static class JsonReading
{
    public static string Text(this JsonElement json, string name) =>
        json.Find(name) is { } value ? value.GetString() : null;

    public static bool? Flag(this JsonElement json, string name) => json.Find(name)?.GetBoolean();

    public static int? Int32(this JsonElement json, string name) => json.Find(name)?.GetInt32();

    public static long? Int64(this JsonElement json, string name) => json.Find(name)?.GetInt64();

    /// <summary>Epoch seconds with a fraction, or ISO 8601; always UTC.</summary>
    public static DateTime? Time(this JsonElement json, string name) => json.Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } seconds => DateTime.UnixEpoch.AddSeconds(seconds.GetDouble()),
        { } text => DateTimeOffset
            .Parse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime,
    };

    public static T Member<T>(this JsonElement json, string name, Func<JsonElement, T> read)
        where T : class => json.Find(name) is { } value ? read(value) : null;

    public static List<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.Find(name) is { } values
            ? [.. values.EnumerateArray().Select(read)]
            : AWSConfigs.InitializeCollections ? [] : null;

    public static Dictionary<string, string> Map(this JsonElement json, string name) =>
        json.Find(name) is { } values
            ? values.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString())
            : AWSConfigs.InitializeCollections ? [] : null;

    private static JsonElement? Find(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
