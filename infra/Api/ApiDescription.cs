using System.Text.Json.Nodes;

namespace CallRecording.Infra.Api;

/// <summary>The part of an OpenAPI file that API Gateway takes for functions that answer by themselves.</summary>
/// <param name="json">OpenAPI 3.0, with every operation's parameters and responses.</param>
internal sealed class ApiDescription(string json)
{
    private readonly JsonNode document = JsonNode.Parse(json)!;

    public string Version => (string)document["openapi"]!;

    /// <summary>Title, description and version.</summary>
    public JsonObject Info => new()
    {
        ["title"] = (string)document["info"]!["title"]!,
        ["description"] = (string)document["info"]!["description"]!,
        ["version"] = (string)document["info"]!["version"]!,
    };

    /// <summary>Each path with its operations: parameters and bare responses, nothing else.</summary>
    public IEnumerable<(string Name, IReadOnlyList<(string Method, JsonObject Operation)> Operations)> Paths =>
        document["paths"]!.AsObject().Select(path => (
            path.Key,
            (IReadOnlyList<(string, JsonObject)>)
            [
                .. path.Value!.AsObject().Select(operation => (operation.Key, Bare(operation.Value!))),
            ]));

    private JsonObject Bare(JsonNode operation) => new()
    {
        ["parameters"] = new JsonArray([.. (operation["parameters"]?.AsArray() ?? []).Select(one => Parameter(one!))]),
        ["responses"] = new JsonObject(operation["responses"]!.AsObject()
            .Select(one => KeyValuePair.Create(one.Key, (JsonNode?)Response(one.Value!)))),
    };

    /// <remarks>Which values are right is for the functions to say, in their own words.</remarks>
    private static JsonObject Parameter(JsonNode parameter) => new()
    {
        ["name"] = (string)parameter["name"]!,
        ["in"] = (string)parameter["in"]!,
        ["required"] = (bool?)parameter["required"] ?? false,
        ["schema"] = new JsonObject { ["type"] = (string)parameter["schema"]!["type"]! },
    };

    private JsonObject Response(JsonNode response) => (string?)response["$ref"] is { } reference
        ? Response(At(reference))
        : new() { ["description"] = (string)response["description"]! };

    /// <param name="reference">Within the file: #/components/responses/NAME.</param>
    private JsonNode At(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, name) => node[name]!);
}
