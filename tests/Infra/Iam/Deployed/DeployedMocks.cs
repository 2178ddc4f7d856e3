using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Iam.Deployed;

/// <summary>Answers registrations with ARNs and names as AWS has them, so that a policy reads as a service will read
/// it, whatever the program makes of them.</summary>
internal sealed class DeployedMocks(StackSettings settings) : RecordingMocks
{
    protected override string Answer(Registration resource, string terraform, string attribute) =>
        AwsNames.Of(settings, resource, attribute);
}
