using System.CommandLine;
using System.CommandLine.Parsing;

namespace CallRecording.Local.Ops;

/// <summary>The options that operators' commands share: which stack, and which failed calls.</summary>
internal sealed class OpsOptions
{
    private readonly Option<int> port = Commands.Commands.Port();

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

    private readonly Option<string?> error = new("--error")
    {
        HelpName = "NAME",
        Description = "Only calls with this error, for example JobClientError.",
    };

    private readonly Option<string[]> callIds = new("--call-id")
    {
        HelpName = "ID",
        Description = "Only this call; may be given more than once.",
    };

    private readonly Option<DateTimeOffset?> from =
        Commands.Commands.Moment("--from", "Only calls recorded at this time or later, ISO 8601.");

    private readonly Option<DateTimeOffset?> to =
        Commands.Commands.Moment("--to", "Only calls recorded at this time or earlier, ISO 8601.");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[error, callIds, from, to, environment, profile, port])
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
    }

    public FailureFilter Filter(ParseResult parsed) => new(
        parsed.GetValue(error), parsed.GetValue(callIds) ?? [], parsed.GetValue(from), parsed.GetValue(to));

    public bool NamesCalls(CommandResult result) =>
        result.GetValue(error) is not null || result.GetValue(callIds) is { Length: > 0 }
        || result.GetValue(from) is not null || result.GetValue(to) is not null;

    /// <exception cref="LocalException">There is no such environment or profile, or nothing runs here.</exception>
    public async Task<OpsTarget> TargetAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(environment) is { } name)
        {
            var stack = StackFile.Read(Path.Combine(LocalOptions.FindRoot(), "infra"), name);
            return OpsTarget.OnAws(stack, parsed.GetValue(profile));
        }

        var basePort = parsed.GetValue(port);
        using var running = Commands.RunningSystem.At(basePort);
        await running.EnsureAsync(cancellationToken);
        return OpsTarget.At(LocalAddresses.At(basePort));
    }
}
