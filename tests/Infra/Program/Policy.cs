using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Program;

/// <summary>An IAM policy of a recorded resource.</summary>
internal static class Policy
{
    private const string Property = "policy";

    public static IReadOnlyList<JsonObject> Statements(Registration resource) =>
        [.. Document(resource)["Statement"]!.AsArray().Select(one => one!.AsObject())];

    public static IReadOnlyList<string> Texts(JsonObject statement, string property) => statement[property] switch
    {
        JsonArray list => [.. list.Select(one => (string)one!)],
        JsonValue one => [(string)one!],
        _ => [],
    };

    public static bool HasStatements(Registration resource) =>
        resource.Text(Property).Contains("\"Statement\"", StringComparison.Ordinal);

    /// <summary>The same resource with another policy, made by changing a copy of this one.</summary>
    public static Registration Changed(Registration resource, Action<JsonArray> change)
    {
        var document = Document(resource);
        change(document["Statement"]!.AsArray());
        return resource.With(Property, document.ToJsonString());
    }

    private static JsonObject Document(Registration resource) => JsonNode.Parse(resource.Text(Property))!.AsObject();
}
