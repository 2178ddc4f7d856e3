using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using Pulumi;
using CloudFormation = Pulumi.Aws.CloudFormation;

namespace CallRecording.Infra.DataAutomation;

/// <summary>The Bedrock Data Automation project and its blueprint, by a CloudFormation template: Pulumi.Aws has no such
/// resources.</summary>
internal sealed class CallAutomation : ComponentResource
{
    private const string Template = "bedrock_data_automation_template.yaml";

    // CloudFormation takes no longer template in a request.
    private const int MaxTemplateBytes = 51_200;

    /// <summary>Of the project that the template makes: it has no other stage.</summary>
    public const string ProjectStage = "LIVE";

    public CallAutomation(StackSettings settings, EncryptionKey key, ComponentResourceOptions options)
        : base("call-recording:data-automation:CallAutomation", Names.Of("data-automation"), options)
    {
        var template = File.ReadAllText(ProgramFiles.At(Template));
        if (template.Length > MaxTemplateBytes)
        {
            throw new InvalidOperationException(
                $"{Template} has {template.Length} characters, expected at most {MaxTemplateBytes}.");
        }

        var stack = new CloudFormation.Stack(
            Names.Of("data-automation"),
            new()
            {
                Name = $"{settings.Project}-{settings.Environment}-data-automation",
                TemplateBody = template,
                // A first creation that failed leaves nothing that the next one would have to be told of.
                OnFailure = "DELETE",
                Parameters =
                {
                    ["Name"] = $"{settings.Project}-{settings.Environment}",
                    // The regions of the settings were checked against the profiles.
                    ["Profile"] = DataAutomationProfile.In(settings.Region)!,
                    ["KeyArn"] = key.Data ?? "",
                },
            },
            new() { Parent = this });
        ProjectArn = stack.Outputs.Apply(outputs => outputs["ProjectArn"]);
        ProfileArn = stack.Outputs.Apply(outputs => outputs["ProfileArn"]);
        RoutedProfileArns = stack.Outputs.Apply(outputs => outputs["RoutedProfileArns"]);
        JobArns = stack.Outputs.Apply(outputs => outputs["JobArns"]);
        RegisterOutputs();
    }

    public Output<string> ProjectArn { get; }

    public Output<string> ProfileArn { get; }

    /// <summary>The profile in every region of its geography: a request may be routed to any of them.</summary>
    public Output<string> RoutedProfileArns { get; }

    public Output<string> JobArns { get; }
}
