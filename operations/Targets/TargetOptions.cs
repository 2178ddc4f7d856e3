using System.CommandLine;
using CallRecording.Operations.CommandLine;

namespace CallRecording.Operations.Targets;

/// <summary>The options that say which stack an operator's command works on.</summary>
internal sealed class TargetOptions
{
    private readonly Option<int> port = PortOption.Create();

    private readonly Option<string?> environment = new("--env")
    {
        HelpName = "ENV",
        Description = "The stack on AWS that infra/Pulumi.ENV.yaml describes, instead of the system on this machine.",
    };

    private readonly Option<string?> profile = new("--profile")
    {
        HelpName = "NAME",
        Description = "With --env: the profile of the AWS configuration to use.",
    };

    /// <summary>Adds them to a command, and what it does to the stack that they say.</summary>
    public void SetAction(Command command, Func<StackTarget, ParseResult, CancellationToken, Task> act)
    {
        foreach (var option in (Option[])[environment, profile, port])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(profile) is not null && result.GetValue(environment) is null)
            {
                result.AddError("--profile belongs to --env.");
            }
        });
        command.SetAction((parsed, cancellationToken) => CommandRunner.RunAsync(
            async () =>
            {
                using var stack = await TargetAsync(parsed, cancellationToken);
                await act(stack, parsed, cancellationToken);
            },
            Terminal.Error));
    }

    /// <exception cref="CommandException">There is no such environment or profile, or nothing runs here.</exception>
    private async Task<StackTarget> TargetAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(environment) is { } name)
        {
            var stack = StackFile.Read(Path.Combine(ProjectFolder.Find(), "infra"), name);
            return StackTarget.OnAws(stack, parsed.GetValue(profile));
        }

        var addresses = LocalAddresses.At(parsed.GetValue(port));
        await LocalSystemCheck.EnsureAsync(addresses, cancellationToken);
        return StackTarget.At(addresses);
    }
}
