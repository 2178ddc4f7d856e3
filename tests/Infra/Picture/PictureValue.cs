using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CallRecording.Tests.Infra.Picture;

/// <summary>What a value is drawn as.</summary>
internal static partial class PictureValue
{
    private const string Digest = "(digest)";
    private const string Policy = "contentSecurityPolicy";

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="key">The name of the property, empty for an item of a list.</param>
    public static object? Of(string key, object? value) => Text(value) switch
    {
        null => value,
        { } text when Hexadecimal().IsMatch(text) => new ExpandedText(Digest, Array.Empty<string>()),
        { } text when Json(text) is { } json => new ExpandedText("(JSON)", json),
        { } text when key == Policy => new ExpandedText(
            "(directives)", text.Split(';').Select(one => $"- {one.Trim()}").ToArray()),
        { } text when text.Contains('\n', StringComparison.Ordinal) =>
            new ExpandedText("|", text.TrimEnd('\n').Split('\n')),
        { } text => text,
    };

    /// <summary>As it is, or in quotes where it could be taken for something else: a number, a flag, another kind of
    /// value.</summary>
    public static string Spelled(string text)
    {
        var plain = text.Length > 0 && text == text.Trim() && !"\"(|-[{".Contains(text[0], StringComparison.Ordinal)
            && text is not ("true" or "false" or "null") && !Number().IsMatch(text);
        return plain ? text : JsonSerializer.Serialize(text, Readable);
    }

    private static string? Text(object? value) => value switch
    {
        string text => text,
        JsonValue json when json.TryGetValue<string>(out var text) => text,
        _ => null,
    };

    private static JsonNode? Json(string text)
    {
        if (!text.StartsWith('{') && !text.StartsWith('['))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // A pattern of a metric filter, or a template.
            return null;
        }
    }

    // SHA-256: of the API's body, and what tokens are signed with.
    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 1000)]
    private static partial Regex Hexadecimal();

    [GeneratedRegex(@"^-?[0-9.]+$", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
