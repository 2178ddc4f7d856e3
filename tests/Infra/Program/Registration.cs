using System.Collections.Immutable;

namespace CallRecording.Tests.Infra.Program;

/// <summary>One resource, as the program registered it.</summary>
/// <param name="Type">Pulumi's token: <c>aws:sqs/queue:Queue</c>.</param>
/// <param name="Inputs">Camel-case names to text, numbers, flags, lists and nested dictionaries.</param>
/// <param name="DependsOn">Resources that it names as dependencies, beside those whose outputs it uses.</param>
internal sealed record Registration(
    string Type,
    string Name,
    ImmutableDictionary<string, object> Inputs,
    ImmutableArray<(string Type, string Name)> DependsOn)
{
    /// <summary>How the engine treats it: <c>protect</c>, <c>retainOnDelete</c>, or neither.</summary>
    public ImmutableArray<string> Treatment { get; init; } = [];

    public string Text(string property) =>
        Inputs.TryGetValue(property, out var value) && value is string text ? text : "";

    public double Number(string property) =>
        Inputs.TryGetValue(property, out var value) && value is double number ? number : 0;

    public IReadOnlyList<object> List(string property) =>
        Inputs.TryGetValue(property, out var value) && value is ImmutableArray<object> list ? list : [];

    public ImmutableDictionary<string, object> Block(string property) =>
        Inputs.TryGetValue(property, out var value) && value is ImmutableDictionary<string, object> block
            ? block
            : ImmutableDictionary<string, object>.Empty;

    public Registration With(string property, object value) => this with { Inputs = Inputs.SetItem(property, value) };

    public Registration Without(string property) => this with { Inputs = Inputs.Remove(property) };
}
