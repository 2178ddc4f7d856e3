using System.Collections.Immutable;
using System.Globalization;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>Compares values of a resource with what they must be.</summary>
internal static class Inputs
{
    /// <summary>The value at a place in a resource's inputs, with dots between names and numbers; null where there is
    /// none.</summary>
    public static object? At(Registration resource, string path) => path.Split('.').Aggregate(
        (object?)resource.Inputs,
        (value, step) => value switch
        {
            ImmutableDictionary<string, object> block => block.GetValueOrDefault(step),
            ImmutableArray<object> list when int.Parse(step, CultureInfo.InvariantCulture) is var at
                && at < list.Length => list[at],
            _ => null,
        });

    /// <param name="expected">Each place with its value: text, a number, a flag, a list of texts, or null where there
    /// must be none.</param>
    /// <returns>A sentence for each that differs.</returns>
    public static IEnumerable<string> Unlike(Registration resource, params (string Path, object? Value)[] expected) =>
        from one in expected
        let actual = Text(At(resource, one.Path))
        where actual != Text(one.Value)
        select $"{resource.Name}: {one.Path} is {actual}, expected {Text(one.Value)}.";

    /// <summary>The one resource of a type that is named so, or a sentence that it is not there.</summary>
    public static (Registration? Resource, string[] Missing) One(
        RecordedProgram program, string type, string? name = null)
    {
        var found = program.Of(type)
            .Where(one => name is null || one.Name == name || one.Text("name") == name).ToList();
        return found is [var only]
            ? (only, [])
            : (null, [$"There are {found.Count} of {type}{(name is null ? "" : $" {name}")}, expected one."]);
    }

    /// <summary>Those of <see cref="Unlike"/> for the one resource of a type that is named so.</summary>
    public static IEnumerable<string> UnlikeOne(
        RecordedProgram program, string type, string? name, params (string Path, object? Value)[] expected)
    {
        var (resource, missing) = One(program, type, name);
        return resource is null ? missing : Unlike(resource, expected);
    }

    private static string Text(object? value) => value switch
    {
        null => "nothing",
        string text => $"'{text}'",
        bool flag => flag ? "true" : "false",
        IConvertible number =>
            Convert.ToDouble(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        ImmutableArray<object> list => $"[{string.Join(", ", list.Select(Text))}]",
        IEnumerable<string> list => $"[{string.Join(", ", list.Select(Text))}]",
        ImmutableDictionary<string, object> block => $"{{{string.Join(", ", Sorted(block))}}}",
        _ => value.ToString() ?? "",
    };

    private static IEnumerable<string> Sorted(ImmutableDictionary<string, object> block) =>
        block.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}: {Text(one.Value)}");
}
