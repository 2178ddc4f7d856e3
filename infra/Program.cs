using CallRecording.Infra;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Publishing;
using CallRecording.Infra.Settings;
using Pulumi;

// infra/publish packs with this program; pulumi starts it without arguments.
if (args is [PackCommand.Name, .. var rest])
{
    return PackCommand.Run(rest, Console.Out, Console.Error);
}

// infra/deploy checks with this program, before Pulumi does anything.
if (args is [SettingsCommand.Name, .. var asked])
{
    return SettingsCommand.Run(asked, Console.In, Console.Out, Console.Error);
}

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
