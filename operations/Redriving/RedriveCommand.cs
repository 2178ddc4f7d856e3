using System.CommandLine;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.Redriving;

/// <summary><c>./run ops redrive</c>: failed executions go on where they broke, one or many.</summary>
internal static class RedriveCommand
{
    private const double DefaultRate = 5;
    private const double MaxRate = 100;

    public static Command Create()
    {
        var (target, failures, confirmation) = (new TargetOptions(), new FailureOptions(), new ConfirmationOptions());
        var all = new Option<bool>("--all") { Description = "Every failed call." };
        var rate = new Option<double>("--rate")
        {
            HelpName = "N",
            Description = "Redrives per second, at most.",
            DefaultValueFactory = _ => DefaultRate,
        };
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= MaxRate))
            {
                result.AddError(
                    $"--rate is {result.Tokens[0].Value}, expected a number above 0, at most {MaxRate}.");
            }
        });
        var command = new Command("redrive", "Let failed executions go on where they broke.") { all, rate };
        confirmation.AddTo(command);
        failures.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == failures.NamesCalls(result))
            {
                result.AddError("Which calls? Say --all, or narrow them by --error, --call-id, --from or --to.");
            }
        });
        target.SetAction(command, async (stack, parsed, cancellationToken) =>
        {
            var run = new RedriveRun(stack, TimeProvider.System, Terminal.Out);
            var order = new RedriveOrder(failures.Filter(parsed), parsed.GetValue(rate), confirmation.Of(parsed));
            if (!await run.RunAsync(order, cancellationToken))
            {
                throw new CommandException("some calls were not redriven; the reasons are above");
            }
        });
        return command;
    }
}
