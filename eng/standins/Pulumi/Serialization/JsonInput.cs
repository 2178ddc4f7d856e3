using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>An input that travels as JSON text, spaced as the package spaces it, its names in order.</summary>
internal static class JsonInput
{
    private static readonly JsonSerializerOptions Plain =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<string> WriteAsync(string context, object? value)
        => Write(await new Serializer().SerializeAsync(context, value, keepResources: false).ConfigureAwait(false));

    private static string Write(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("r", CultureInfo.InvariantCulture),
        string text => Quoted(text),
        Secret secret => Write(secret.Value),
        Unknown => Quoted(Unknown.OnTheWire),
        ImmutableArray<object?> list => Enclosed('[', list.Select(Write), ']'),
        ImmutableDictionary<string, object?> map => Enclosed(
            '{',
            map.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{Quoted(pair.Key)}: {Write(pair.Value)}"),
            '}'),
        _ => throw new InvalidOperationException($"{value.GetType().FullName} cannot be written as JSON."),
    };

    private static string Enclosed(char open, IEnumerable<string> items, char close)
    {
        var content = string.Join(", ", items);
        return content.Length == 0 ? $"{open} {close}" : $"{open} {content} {close}";
    }

    private static string Quoted(string text)
        => JsonSerializer.Serialize(text, Plain)
            .Replace("<", @"\u003c", StringComparison.Ordinal)
            .Replace(">", @"\u003e", StringComparison.Ordinal);
}
