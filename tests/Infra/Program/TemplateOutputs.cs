namespace CallRecording.Tests.Infra.Program;

/// <summary>The outputs of the CloudFormation template.</summary>
internal static class TemplateOutputs
{
    public static IReadOnlyList<string> All { get; } = Read();

    /// <remarks>The template is ours: outputs are what is indented by two below its last heading.</remarks>
    private static string[] Read() =>
    [
        .. File.ReadLines(ProjectFiles.At("infra/bedrock_data_automation_template.yaml"))
            .SkipWhile(line => line != "Outputs:")
            .Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ')
            .Select(line => line.Trim().TrimEnd(':')),
    ];
}
