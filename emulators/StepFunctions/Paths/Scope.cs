using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions.Paths;

/// <summary>
/// What the paths of a state read: its data, and the context object, which is made when first asked for.
/// </summary>
internal sealed class Scope(JsonNode? data, Lazy<JsonObject> context)
{
    public JsonNode? Data { get; } = data;

    public Scope With(JsonNode? otherData) => new(otherData, context);

    public JsonNode? RootOf(ReferencePath path) => path.FromContext ? context.Value : Data;

    public bool TryRead(ReferencePath path, out JsonNode? value) => path.TryRead(RootOf(path), out value);
}
