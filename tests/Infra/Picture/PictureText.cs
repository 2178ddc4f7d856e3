using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Pulumi;

namespace CallRecording.Tests.Infra.Picture;

/// <summary>Writes titles and, indented below them, values: maps with their keys sorted, lists in their order, and
/// texts that are structures themselves as what they are.</summary>
internal sealed class PictureText
{
    private const int Step = 2;

    private readonly StringBuilder text = new();

    public void Title(string title) => Line(0, title);

    public void Properties(IEnumerable<KeyValuePair<string, object?>> properties) => Map(Step, properties);

    /// <summary>Nothing where there are no items.</summary>
    public void List(string name, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            Line(Step, $"{name}:");
            all.ForEach(item => Line(2 * Step, $"- {item}"));
        }
    }

    public override string ToString() => text.ToString();

    private void Map(int indent, IEnumerable<KeyValuePair<string, object?>> map)
    {
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Write(indent, $"{key}:", PictureValue.Of(key, value));
        }
    }

    /// <param name="start">The key with its colon, or the dash of an item.</param>
    private void Write(int indent, string start, object? value)
    {
        switch (value)
        {
            case ImmutableDictionary<string, object> { Count: > 0 } map:
                Line(indent, start);
                Map(indent + Step, map!);
                break;
            case JsonObject { Count: > 0 } json:
                Line(indent, start);
                Map(indent + Step, json.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)));
                break;
            case ImmutableArray<object> { Length: > 0 } list:
                Items(indent, start, list);
                break;
            case JsonArray { Count: > 0 } list:
                Items(indent, start, list);
                break;
            case ExpandedText expanded:
                Write(indent, $"{start} {expanded.Kind}", expanded.Value);
                break;
            case IReadOnlyList<string> lines:
                Line(indent, start);
                foreach (var line in lines)
                {
                    Line(indent + Step, line);
                }

                break;
            default:
                Line(indent, $"{start} {Scalar(value)}");
                break;
        }
    }

    private void Items(int indent, string start, IEnumerable<object?> items)
    {
        Line(indent, start);
        foreach (var item in items)
        {
            Write(indent + Step, "-", PictureValue.Of("", item));
        }
    }

    private static string Scalar(object? value) => value switch
    {
        null => "null",
        string text => PictureValue.Spelled(text),
        bool flag => flag ? "true" : "false",
        IConvertible number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
        JsonValue json => json.ToJsonString(),
        ImmutableDictionary<string, object> or JsonObject => "{}",
        ImmutableArray<object> or JsonArray => "[]",
        Archive => "(archive)",
        AssetOrArchive => "(file)",
        _ => throw new NotSupportedException($"{value.GetType()} has no place in a picture."),
    };

    private void Line(int indent, string line) =>
        text.Append(' ', line.Length == 0 ? 0 : indent).Append(line.TrimEnd(' ')).Append('\n');
}
