using CallRecording.Infra;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Settings;
using Pulumi;

return await Deployment.RunAsync(() =>
{
    var project = Deployment.Instance.ProjectName;
    var settings = StackSettingsFile.Read(
        Deployment.Instance.StackName,
        project,
        new Config(project).Get,
        GivenKeys.Of(project, Environment.GetEnvironmentVariable("PULUMI_CONFIG")));
    return new CallRecordingStack(settings, FunctionArtifact.Open(settings)).Outputs;
});
