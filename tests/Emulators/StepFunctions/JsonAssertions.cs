using System.Text.Json.Nodes;

namespace CallRecording.Tests.Emulators.StepFunctions;

/// <summary>Short ways to the members of answers.</summary>
internal static class JsonAssertions
{
    public static string? Text(this JsonNode? json, string name) => json?[name]?.GetValue<string>();

    public static JsonNode? Parsed(this JsonNode json, string name) => JsonNode.Parse(json[name]!.GetValue<string>());

    public static void AssertJson(string expected, JsonNode? actual) => Assert.True(
        JsonNode.DeepEquals(JsonNode.Parse(expected), actual),
        $"Expected {expected}, actual {actual?.ToJsonString()}");

    public static IReadOnlyList<JsonObject> OfType(this IEnumerable<JsonObject> history, string type) =>
        [.. history.Where(entry => entry.Text("type") == type)];
}
