using CallRecording.Tests.Infra.Program;
using Pulumi;

namespace CallRecording.Tests.Infra.Picture;

/// <summary>A recorded program as text that a person reads: a block for each resource, sorted by type and name, with
/// its inputs, what it depends on and how the engine treats it; then the stack's outputs. The same program gives the
/// same text on every machine.</summary>
internal static class ProgramPicture
{
    private const string Key = "key";
    private const string Source = "source";
    private const string Provider = "pulumi:providers:aws";

    /// <summary>What Pulumi.Aws adds to a provider by itself, and stand-ins need not.</summary>
    private static readonly Dictionary<string, string> ProviderDefaults = new(StringComparer.Ordinal)
    {
        ["skipCredentialsValidation"] = "false",
        ["skipRegionValidation"] = "true",
    };

    public static string Of(RecordedProgram program)
    {
        // A block begins with its type and name. Files of one kind share a block, which names them.
        var blocks = program.Resources
            .GroupBy(Block)
            .OrderBy(alike => alike.Key, StringComparer.Ordinal)
            .Select(alike => alike.Key + Files(alike))
            .Append(Outputs(program));
        return string.Join('\n', blocks);
    }

    private static string Block(Registration resource)
    {
        var text = new PictureText();
        if (IsFile(resource))
        {
            text.Title($"{resource.Type} {resource.Name[..^resource.Text(Key).Length]}…");
            text.Properties(resource.Inputs.RemoveRange([Key, Source])!);
        }
        else
        {
            text.Title($"{resource.Type} {resource.Name}");
            text.Properties(resource.Inputs.Where(one => !IsDefault(resource, one.Key, one.Value))!);
        }

        text.List(
            "(depends on)", resource.DependsOn.Select(on => $"{on.Type} {on.Name}").Order(StringComparer.Ordinal));
        text.List("(options)", resource.Treatment);
        return text.ToString();
    }

    private static string Files(IEnumerable<Registration> alike)
    {
        var text = new PictureText();
        text.List("(files)", alike.Where(IsFile).Select(one => one.Text(Key)).Order(StringComparer.Ordinal));
        return text.ToString();
    }

    private static string Outputs(RecordedProgram program)
    {
        var text = new PictureText();
        text.Title("outputs");
        text.Properties(program.Outputs);
        return text.ToString();
    }

    private static bool IsDefault(Registration resource, string input, object value) => resource.Type == Provider
        && ProviderDefaults.TryGetValue(input, out var usual) && value.Equals(usual);

    /// <summary>A file of the page is named after its key; there are more than a hundred.</summary>
    private static bool IsFile(Registration resource) =>
        resource.Inputs.GetValueOrDefault(Source) is AssetOrArchive
            && resource.Text(Key) is { Length: > 0 } key && resource.Name.EndsWith(key, StringComparison.Ordinal);
}
