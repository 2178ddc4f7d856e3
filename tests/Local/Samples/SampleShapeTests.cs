using System.Text.Json.Nodes;
using CallRecording.Local.Samples;

namespace CallRecording.Tests.Local.Samples;

/// <summary>Extra evidence where it is at hand: a real call's verbatim result, no part of the project.</summary>
public sealed class SampleShapeTests
{
    private static readonly string Real = Path.Combine(ProjectFiles.Root, "..", "shared", "data", "bda");

    [Fact]
    public void The_standard_output_has_the_shape_of_a_real_one()
    {
        Assert.SkipUnless(Directory.Exists(Real), "The real result is not on this machine.");
        var real = Shape(Path.Combine(Real, "sample-call.standard_output.result.json"));

        var samples = SampleCalls.Load(ProjectFiles.At("local", "Samples"))
            .Select(call => Shape(call.StandardPath)).ToList();

        Assert.All(samples, sample => Assert.Subset(real, sample));
        Assert.Equal(real.Order(), samples.SelectMany(sample => sample).Distinct().Order());
    }

    [Fact]
    public void The_files_are_written_as_the_service_writes_them()
    {
        var texts = SampleCalls.Load(ProjectFiles.At("local", "Samples"))
            .SelectMany(call => new[] { call.StandardPath, call.CustomPath })
            .OfType<string>()
            .Select(File.ReadAllText);

        Assert.All(texts, text =>
        {
            Assert.StartsWith("{\"metadata\": {\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', text);
        });
    }

    private static HashSet<string> Shape(string path) =>
        [.. Paths(JsonNode.Parse(File.ReadAllText(path)), "$").Distinct()];

    private static IEnumerable<string> Paths(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => Paths(member.Value, $"{path}.{member.Key}")),
        JsonArray list => list.SelectMany(item => Paths(item, path + "[]")),
        _ => [$"{path} {node?.GetValueKind()}"],
    };
}
