using CallRecording.Tests.Infra.Program;
using YamlDotNet.RepresentationModel;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>The CloudFormation template of Bedrock Data Automation, as it is declared.</summary>
internal static class TemplateYaml
{
    /// <summary>Null where there is no such template.</summary>
    public static YamlMappingNode? Of(RecordedProgram program)
    {
        var stacks = program.Of("aws:cloudformation/stack:Stack").ToList();
        return stacks is [var stack] ? Parse(stack.Text("templateBody")) : null;
    }

    public static YamlMappingNode? Parse(string template)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(template));
        return yaml.Documents[0].RootNode as YamlMappingNode;
    }

    /// <summary>The node at the place that the names lead to, or null.</summary>
    public static YamlNode? At(YamlNode? node, params string[] names) => names.Aggregate(
        node,
        (inner, name) =>
            inner is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var found)
                ? found : null);

    public static string Text(YamlNode? node) => node is YamlScalarNode scalar
        ? $"{(scalar.Tag.IsEmpty ? "" : $"{scalar.Tag.Value} ")}{scalar.Value}"
        : "nothing";

    public static IReadOnlyList<string> Texts(YamlNode? node) =>
        node is YamlSequenceNode list ? [.. list.Select(Text)] : [];
}
