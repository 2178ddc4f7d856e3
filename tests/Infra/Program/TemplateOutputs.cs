using CallRecording.Tests.Infra.Rules.Values;
using YamlDotNet.RepresentationModel;

namespace CallRecording.Tests.Infra.Program;

/// <summary>The outputs of the CloudFormation template.</summary>
internal static class TemplateOutputs
{
    public static IReadOnlyList<string> All { get; } = Read();

    private static string[] Read()
    {
        var template = TemplateYaml.Parse(
            File.ReadAllText(ProjectFiles.At("infra/bedrock_data_automation_template.yaml")));
        return TemplateYaml.At(template, "Outputs") is YamlMappingNode outputs
            ? [.. outputs.Children.Keys.Select(TemplateYaml.Text)]
            : [];
    }
}
