using System.Text.RegularExpressions;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Iam.Deployed;

/// <summary>The outputs of the CloudFormation template, as CloudFormation would answer them. The template is ours: an
/// output is a heading, and below it a <c>Value</c> of the form <c>!Sub '...'</c> or <c>!GetAtt A.B</c>.</summary>
internal static partial class Template
{
    private const string Id = "0a1b2c3d4e5f";

    /// <exception cref="InvalidOperationException">The template has no such output, or it names something that is not
    /// known here.</exception>
    public static string Output(StackSettings settings, Registration stack, string output)
    {
        var value = stack.Text("templateBody").Split('\n')
            .SkipWhile(line => line != "Outputs:")
            .SkipWhile(line => line != $"  {output}:")
            .FirstOrDefault(line => line.StartsWith("    Value: ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The template has no output {output}.");
        if (Attribute().Match(value) is { Success: true } attribute)
        {
            return Arn(settings, attribute.Groups["attribute"].Value);
        }

        return Substitution().Match(value) is { Success: true } text
            ? Reference().Replace(
                text.Groups["text"].Value, found => Value(settings, stack, found.Groups["name"].Value))
            : throw new InvalidOperationException($"'{value}' is no value that is known here.");
    }

    private static string Arn(StackSettings settings, string attribute)
    {
        var kind = attribute switch
        {
            "ProjectArn" => "data-automation-project",
            "BlueprintArn" => "blueprint",
            _ => throw new InvalidOperationException($"The template's attribute {attribute} is not known here."),
        };
        return $"arn:{AwsNames.Partition}:bedrock:{settings.Region}:{settings.AccountId}:{kind}/{Id}";
    }

    private static string Value(StackSettings settings, Registration stack, string name) => name switch
    {
        "AWS::Partition" => AwsNames.Partition,
        "AWS::Region" => settings.Region,
        "AWS::AccountId" => settings.AccountId,
        _ when stack.Block("parameters").TryGetValue(name, out var given) => (string)given,
        _ => throw new InvalidOperationException($"The template's {name} is not known here."),
    };

    [GeneratedRegex(@"!GetAtt \w+\.(?<attribute>\w+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"!Sub '(?<text>[^']+)'$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Substitution();

    [GeneratedRegex(@"\$\{(?<name>[\w:]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
