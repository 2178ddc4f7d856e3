using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CallRecording.Tests.Architecture;

/// <summary>The arrows between the rooms, as the project files draw them, and what a room may hold.</summary>
public sealed class RoomTests
{
    /// <summary>Names that only this product has: of its resources, its functions and its API.</summary>
    private static readonly string[] OwnNames =
    [
        "dmg", "callrecording", "call-recording", "/analytics", "Starter", "Settlement", "Retrieval", "GetJobStatus",
        "PersistResults", "RecordFailure", "sweep", "the starter", "the settlement",
    ];

    [Theory]
    [InlineData("workflow")]
    [InlineData("tasks", "workflow")]
    [InlineData("emulators")]
    [InlineData("operations", "tasks", "workflow")]
    [InlineData("local", "emulators", "operations", "tasks", "workflow")]
    [InlineData("infra")]
    public void A_room_refers_only_to_the_rooms_below_it(string room, params string[] below)
    {
        var references = References(room, "ProjectReference").Select(path => path.Split('/')[1]);

        Assert.Equal(below.Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Workflow_needs_no_package() => Assert.Empty(References("workflow", "PackageReference"));

    [Theory]
    [InlineData("tasks")]
    [InlineData("emulators")]
    [InlineData("operations")]
    [InlineData("local")]
    [InlineData("infra")]
    [InlineData("tests")]
    public void No_project_file_names_a_stand_in(string room) =>
        Assert.DoesNotContain(
            "standins", File.ReadAllText(Directory.GetFiles(ProjectFiles.At(room), "*.csproj").Single()),
            StringComparison.Ordinal);

    [Fact]
    public void Emulators_have_no_name_of_this_product()
    {
        var lines = SourceFiles.Of("emulators").SelectMany(file => File.ReadLines(file)
            .Where(line => !line.StartsWith("namespace ", StringComparison.Ordinal)
                && !line.StartsWith("using ", StringComparison.Ordinal))
            .Select(line => $"{Path.GetFileName(file)}: {line}"));

        Assert.DoesNotContain(
            lines, line => OwnNames.Any(name => Regex.IsMatch(line, $@"(?<!\w){Regex.Escape(name)}(?!\w)")));
    }

    [Fact]
    public void States_and_routes_ask_the_rooms_that_speak_to_AWS()
    {
        var files = Directory.GetFiles(ProjectFiles.At("tasks"), "*.cs")
            .Concat(Directory.GetFiles(ProjectFiles.At("tasks", "Api"), "*.cs", SearchOption.AllDirectories));

        Assert.DoesNotContain(files, file => File.ReadLines(file).Any(line =>
            line.StartsWith("using Amazon.", StringComparison.Ordinal)
                && line.Contains(".Model", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_folder_has_a_name_that_says_nothing()
    {
        string[] empty = ["Common", "Shared", "Core", "Utils", "Helpers", "Models", "Services"];

        Assert.DoesNotContain(SourceFiles.Folders(), folder =>
            empty.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> References(string room, string kind) =>
        XDocument.Load(Directory.GetFiles(ProjectFiles.At(room), "*.csproj").Single())
            .Descendants(kind)
            .Select(reference => (string?)reference.Attribute("Include") ?? string.Empty);
}
