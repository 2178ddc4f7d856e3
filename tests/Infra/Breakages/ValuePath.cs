using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Breakages;

/// <summary>A place inside nested values: names and numbers with dots between them, <c>\.</c> for a dot in a name,
/// <c>$json</c> for the document that the text before it holds: <c>policy.$json.Statement.0.Effect</c>, and
/// <c>$text</c> for a part of the text before it, which must occur once: <c>pattern.$text.FAILED</c>.</summary>
internal sealed record ValuePath(ImmutableArray<string> Segments)
{
    private const string Document = "$json";
    private const string Part = "$text";
    private const char HiddenDot = '\0';

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is left behind the first segment.</summary>
    public ValuePath Inner => new(Segments[1..]);

    public static ValuePath Parse(string text) => new(
    [
        .. text.Replace(@"\.", HiddenDot.ToString(), StringComparison.Ordinal).Split('.')
            .Select(segment => segment.Replace(HiddenDot, '.')),
    ]);

    /// <summary>The value with another one at this place; one that is not there yet is added, a list's at its
    /// end.</summary>
    /// <param name="to">Null takes the value away.</param>
    /// <returns>Null when nothing is left.</returns>
    /// <exception cref="InvalidOperationException">There is no such place, or nothing changes.</exception>
    public JsonNode? Change(JsonNode value, JsonElement? to)
    {
        if (Segments.IsEmpty)
        {
            return Replace(value, to);
        }

        switch (Segments[0], value)
        {
            case (Document, JsonValue text) when text.GetValueKind() is JsonValueKind.String:
                var document = JsonNode.Parse((string)text!) ?? throw NotThere(value);
                return Inner.Change(document, to) is { } changed ? (JsonNode)changed.ToJsonString(Readable) : null;
            case (Part, JsonValue text) when text.GetValueKind() is JsonValueKind.String && Segments is [_, var part]:
                return Replace((string)text!, part, to) ?? throw NotThere(value);
            case (not (Document or Part) and var name, JsonObject block):
                Put(Inside(block[name], value, to), () => block.Remove(name), inner => block[name] = inner);
                return block;
            case (var number, JsonArray list) when int.TryParse(number, CultureInfo.InvariantCulture, out var at)
                && at <= list.Count:
                var item = at < list.Count ? list[at] : null;
                Put(
                    Inside(item, value, to),
                    () => list.RemoveAt(at),
                    inner =>
                    {
                        if (at < list.Count)
                        {
                            list[at] = inner;
                        }
                        else
                        {
                            list.Add(inner);
                        }
                    });
                return list;
            default:
                throw NotThere(value);
        }
    }

    private static void Put(JsonNode? changed, Action remove, Action<JsonNode> put)
    {
        if (changed is null)
        {
            remove();
        }
        else
        {
            // A node has one parent: the changed one may be the same that is there.
            put(changed.Parent is null ? changed : changed.DeepClone());
        }
    }

    private JsonNode? Inside(JsonNode? item, JsonNode outer, JsonElement? to) => item is not null
        ? Inner.Change(item, to)
        : Inner.Segments.IsEmpty && to is { } added
            ? JsonNode.Parse(added.GetRawText())
            : throw NotThere(outer);

    private static JsonNode? Replace(JsonNode value, JsonElement? to)
    {
        var replaced = to is { } other ? JsonNode.Parse(other.GetRawText()) : null;
        return JsonNode.DeepEquals(value, replaced)
            ? throw new InvalidOperationException($"It is {value.ToJsonString()} already.")
            : replaced;
    }

    private static JsonValue? Replace(string text, string part, JsonElement? to)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return at >= 0 && at == text.LastIndexOf(part, StringComparison.Ordinal)
            ? JsonValue.Create(text[..at] + to?.GetString() + text[(at + part.Length)..])
            : null;
    }

    private InvalidOperationException NotThere(JsonNode value) =>
        new($"There is no '{Segments[0]}' in {value.ToJsonString(Readable)}.");
}
