using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Events;

/// <summary>Whether an event matches a pattern of EventBridge, for the patterns that the program uses: nested fields,
/// exact values, and the operators prefix, anything-but and exists. Source:
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html.</summary>
internal static class EventPattern
{
    /// <exception cref="NotSupportedException">The pattern has something that is not known here, or that EventBridge
    /// refuses.</exception>
    public static bool Matches(JsonObject pattern, JsonObject @event) =>
        // All fields are looked at, so that an unknown operator is refused behind one that does not match, too.
        pattern.Select(field => MatchesField(field.Key, field.Value, @event)).ToList().TrueForAll(matches => matches);

    private static bool MatchesField(string name, JsonNode? pattern, JsonObject @event)
    {
        if (name.StartsWith('$'))
        {
            throw new NotSupportedException($"The operator {name} is not known here.");
        }

        return pattern switch
        {
            JsonObject nested => Matches(nested, @event[name] as JsonObject ?? []),
            JsonArray { Count: > 0 } allowed => allowed
                .Select(one => MatchesOne(one, @event, name)).ToList().Exists(matches => matches),
            _ => throw new NotSupportedException(
                $"The field {name} is {pattern?.ToJsonString() ?? "null"}, expected an object or values in an array."),
        };
    }

    private static bool MatchesOne(JsonNode? allowed, JsonObject @event, string name) => allowed is JsonObject filter
        ? MatchesFilter(filter, @event, name)
        : Values(@event, name).Any(value => JsonNode.DeepEquals(value, allowed));

    private static bool MatchesFilter(JsonObject filter, JsonObject @event, string name)
    {
        var values = Values(@event, name);
        return filter.Single() switch
        {
            { Key: "prefix", Value: JsonValue start } => values.Any(value => StartsWith(value, (string)start!)),
            { Key: "exists", Value: JsonValue exists } => values.Count > 0 == (bool)exists,
            { Key: "anything-but", Value: JsonValue other } => values.Any(value => !JsonNode.DeepEquals(value, other)),
            { Key: "anything-but", Value: JsonArray others } =>
                values.Any(value => !others.Any(other => JsonNode.DeepEquals(value, other))),
            var unknown => throw new NotSupportedException(
                $"The operator {unknown.Key} of {name} with {unknown.Value?.ToJsonString()} is not known here."),
        };
    }

    private static bool StartsWith(JsonNode? value, string start) =>
        value?.GetValueKind() is JsonValueKind.String && ((string)value!).StartsWith(start, StringComparison.Ordinal);

    /// <summary>Of a list each of its items; of an object, and of what is not there, none: patterns are about
    /// leaves.</summary>
    private static List<JsonNode?> Values(JsonObject @event, string name) =>
        !@event.TryGetPropertyValue(name, out var value) || value is JsonObject ? []
            : value is JsonArray list ? [.. list]
            : [value];
}
