using System.CommandLine;
using System.Text.RegularExpressions;
using CallRecording.Local.Commands;
using CallRecording.Operations;

namespace CallRecording.Tests.Architecture;

/// <summary>The project's documents, and what they may name.</summary>
internal static partial class Documents
{
    private static readonly string[] Code = [".cs", ".js", ".mjs", ".sh", ".json", ".yaml", ".yml", ""];

    /// <summary>Full paths of every document.</summary>
    public static IEnumerable<string> Files() =>
    [
        ProjectFiles.At("README.md"), ProjectFiles.At("CONTRIBUTING.md"),
        .. Directory.GetFiles(ProjectFiles.At("docs"), "*.md"),
        .. SourceFiles.Rooms.SelectMany(SourceFiles.Of)
            .Where(file => file.EndsWith("README.md", StringComparison.Ordinal)),
    ];

    /// <summary>Every file of the project that is no document.</summary>
    public static IEnumerable<string> Sources() =>
    [
        ProjectFiles.At("test"), ProjectFiles.At("run"), .. SourceFiles.Rooms.SelectMany(SourceFiles.Of).Where(IsCode),
        .. Directory.GetFiles(ProjectFiles.At(".github", "workflows")),
    ];

    public static bool IsCode(string file) => Code.Contains(Path.GetExtension(file));

    /// <summary>What may follow a program: its commands, and the options of all of them.</summary>
    public static IReadOnlySet<string> Words(string program)
    {
        RootCommand root = program == "ops" ? OperationsCommand.CreateRoot() : RunCommands.Create();
        return WithThoseBelow(root)
            .SelectMany(command => command.Options.Select(option => option.Name).Append(command.Name))
            .Append("--help")
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The options that <c>./test</c> knows.</summary>
    public static IReadOnlySet<string> TestOptions() =>
        Options().Matches(File.ReadAllText(ProjectFiles.At("test")))
            .Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Command> WithThoseBelow(Command command) =>
        [command, .. command.Subcommands.SelectMany(WithThoseBelow)];

    [GeneratedRegex("(--[a-z]+)(?=\\s*[|)])")]
    private static partial Regex Options();
}
