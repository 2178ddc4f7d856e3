using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Breakages;

/// <summary>A registration's inputs as JSON, and back.</summary>
internal static class InputJson
{
    /// <exception cref="InvalidOperationException">It is a file or an archive, which have no JSON.</exception>
    public static JsonNode Of(object value) => value switch
    {
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        double number => JsonValue.Create(number),
        ImmutableArray<object> list => new JsonArray([.. list.Select(Of)]),
        ImmutableDictionary<string, object> block =>
            new JsonObject(block.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)Of(one.Value)))),
        _ => throw new InvalidOperationException($"A {value.GetType().Name} is no value that can be changed."),
    };

    /// <exception cref="InvalidOperationException">It holds null, which no input is.</exception>
    public static object ToInput(JsonNode? json) => json switch
    {
        JsonArray list => list.Select(ToInput).ToImmutableArray(),
        JsonObject block => block.ToImmutableDictionary(one => one.Key, one => ToInput(one.Value)),
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => (string)value!,
            JsonValueKind.Number => value.Deserialize<double>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            var other => throw new InvalidOperationException($"{other} is no input."),
        },
        _ => throw new InvalidOperationException("null is no input."),
    };
}
