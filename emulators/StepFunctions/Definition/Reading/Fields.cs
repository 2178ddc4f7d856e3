using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Reading;

/// <summary>The fields of one object of a definition, each read once; a field that was not read is refused.</summary>
/// <param name="owner">What the object is, for messages: State 'X'.</param>
internal sealed class Fields(string owner, JsonObject json)
{
    private readonly HashSet<string> read = [];

    public string Owner { get; } = owner;

    public IEnumerable<string> Names => json.Select(member => member.Key);

    public bool Has(string name) => json.ContainsKey(name);

    public JsonNode? Node(string name)
    {
        read.Add(name);
        return json[name];
    }

    public string? Text(string name) => Optional(name, JsonValueKind.String, "a string")?.GetValue<string>();

    public string RequiredText(string name) => Text(name) ?? throw Error(name, "is missing");

    public bool Flag(string name)
    {
        var node = Node(name);
        return Has(name) && node?.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Error(name, $"is {StateJson.Write(node)}, expected true or false"),
        };
    }

    public int? Integer(string name, int min, int max) =>
        Number(name, min, max) is not { } number ? null
        : number == Math.Floor(number) ? (int)number
        : throw Error(name, $"is {number}, expected an integer");

    public double? Number(string name, double min, double max)
    {
        if (Optional(name, JsonValueKind.Number, "a number") is not { } node)
        {
            return null;
        }

        var number = StateJson.Number(node);
        return number >= min && number <= max
            ? number
            : throw Error(name, $"is {number}, expected {min} to {max}");
    }

    public JsonObject? Object(string name) => Optional(name, JsonValueKind.Object, "an object")?.AsObject();

    public JsonArray? Array(string name) => Optional(name, JsonValueKind.Array, "an array")?.AsArray();

    /// <returns>Null for the definition's null; the whole document where the field is missing.</returns>
    public ReferencePath? Path(string name)
    {
        var node = Node(name);
        return !Has(name) ? ReferencePath.Root : node is null ? null : RequiredPath(name);
    }

    public ReferencePath RequiredPath(string name) => ParsePath(name, RequiredText(name));

    public ReferencePath ParsePath(string name, string path) =>
        ReferencePath.TryParse(path, out var parsed, out var problem) ? parsed : throw Error(name, problem);

    public DefinitionException Error(string name, string problem) => new($"{Owner}, field '{name}': {problem}.");

    public void RefuseTheRest()
    {
        if (Names.FirstOrDefault(name => !read.Contains(name)) is { } unknown)
        {
            throw Error(unknown, "is not supported here");
        }
    }

    private JsonNode? Optional(string name, JsonValueKind kind, string expected)
    {
        var node = Node(name);
        return !Has(name) ? null
            : node?.GetValueKind() == kind ? node
            : throw Error(name, $"is {StateJson.Write(node)}, expected {expected}");
    }
}
