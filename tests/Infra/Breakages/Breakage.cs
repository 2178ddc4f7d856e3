using System.Text.Json;
using System.Text.Json.Serialization;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Breakages;

/// <summary>One wrong value in the recorded program, and the rule that must notice it. Kept as data, in
/// <c>tests/Infra/Breakages/*.json</c>.</summary>
/// <param name="What">What is wrong, in a sentence that no other breakage has.</param>
/// <param name="Type">Of the resource, Pulumi's token.</param>
/// <param name="Name">Of the resource, as it is registered.</param>
/// <param name="Path">Where in its inputs, as <see cref="ValuePath"/> reads it.</param>
/// <param name="NoticedBy">As <see cref="NamedRules"/> knows it.</param>
internal sealed record Breakage(
    [property: JsonRequired] string What,
    [property: JsonRequired] string Type,
    [property: JsonRequired] string Name,
    [property: JsonRequired] string Path,
    [property: JsonRequired] string NoticedBy)
{
    public string Environment { get; init; } = "prod";

    /// <summary>Settings beside those of the environment's file.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>The wrong value; where the file has none, the value is taken away.</summary>
    public JsonElement To { get; init; }

    /// <exception cref="InvalidOperationException">The program has no such value, or has the wrong one
    /// already.</exception>
    public RecordedProgram Break(RecordedProgram program)
    {
        var found = program.Of(Type).Where(one => one.Name == Name).ToList();
        if (found is not [var resource])
        {
            throw new InvalidOperationException(
                $"The program has {found.Count} resources {Type} {Name}, expected one.");
        }

        var path = ValuePath.Parse(Path);
        var property = path.Segments[0];
        if (!resource.Inputs.TryGetValue(property, out var value))
        {
            throw new InvalidOperationException($"{Type} {Name} has no {property}.");
        }

        var json = InputJson.Of(value);
        var changed = path.Inner.Change(json, To.ValueKind is JsonValueKind.Undefined ? null : To);
        return program.With(changed is null
            ? resource.Without(property)
            : resource.With(property, InputJson.ToInput(changed)));
    }
}
