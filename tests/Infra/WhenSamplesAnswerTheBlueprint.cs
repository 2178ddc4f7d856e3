using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules.Values;
using CallRecording.Workflow.Results;
using YamlDotNet.RepresentationModel;

namespace CallRecording.Tests.Infra;

/// <summary>The shipped samples answer what the template's blueprint asks, and what is read of an answer is
/// asked.</summary>
public sealed class WhenSamplesAnswerTheBlueprint
{
    [Fact]
    public async Task Each_has_every_field_and_no_other_each_of_its_type()
    {
        var asked = await FieldsAsync();

        Assert.All(Samples(), sample => Assert.Equal(
            asked,
            JsonNode.Parse(sample)!["inference_result"]!.AsObject()
                .Select(one => (one.Key, TypeOf(one.Value!)))
                .Order()));
    }

    [Fact]
    public async Task What_is_read_by_name_is_asked_for()
    {
        var names = (await FieldsAsync()).Select(field => field.Name);

        var answer = new JsonObject
        {
            ["call_summary"] = "s",
            ["call_categories"] = new JsonArray("c"),
            ["topics"] = new JsonArray("t"),
        };
        var read = CustomResult.Read(
            Encoding.UTF8.GetBytes(new JsonObject { ["inference_result"] = answer.DeepClone() }.ToJsonString()));

        Assert.Empty(answer.Select(one => one.Key).Except(names));
        Assert.Empty(read.Inference);
    }

    private static async Task<List<(string Name, string Type)>> FieldsAsync()
    {
        var template = TemplateYaml.Of(await TestStacks.RunAsync("dev"));
        var fields = (YamlMappingNode)TemplateYaml.At(
            template, "Resources", "Blueprint", "Properties", "Schema", "properties")!;
        return [.. fields.Children
            .Select(field => (TemplateYaml.Text(field.Key), TemplateYaml.Text(TemplateYaml.At(field.Value, "type"))))
            .Order()];
    }

    private static IEnumerable<string> Samples() => Directory
        .EnumerateFiles(ProjectFiles.At("local/Samples"), "custom_output.json", SearchOption.AllDirectories)
        .Select(File.ReadAllText);

    private static string TypeOf(JsonNode value) => value.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
        System.Text.Json.JsonValueKind.Array => "array",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
