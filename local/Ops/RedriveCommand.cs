using System.CommandLine;

namespace CallRecording.Local.Ops;

/// <summary><c>./run ops redrive</c>: failed executions go on where they broke, one or many.</summary>
internal static class RedriveCommand
{
    private const double UsualRate = 5;
    private const double HighestRate = 100;

    public static Command Create()
    {
        var options = new OpsOptions();
        var all = new Option<bool>("--all") { Description = "Every failed call." };
        var rate = new Option<double>("--rate")
        {
            HelpName = "N",
            Description = "Redrives per second, at most.",
            DefaultValueFactory = _ => UsualRate,
        };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would be redriven, and do nothing." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask." };
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= HighestRate))
            {
                result.AddError($"--rate is {result.Tokens[0].Value}, expected a number above 0, at most {HighestRate}.");
            }
        });
        var command = new Command("redrive", "Let failed executions go on where they broke.") { all, rate, dry, yes };
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == options.NamesCalls(result))
            {
                result.AddError("Which calls? Say --all, or narrow them by --error, --call-id, --from or --to.");
            }
        });
        command.SetAction((parsed, cancellationToken) => Commands.Commands.RunAsync(async () =>
        {
            using var target = await options.TargetAsync(parsed, cancellationToken);
            var run = new RedriveRun(target, TimeProvider.System, Console.Out, Console.IsInputRedirected ? null : Ask);
            var order = new RedriveOrder(
                options.Filter(parsed), parsed.GetValue(rate), parsed.GetValue(dry), parsed.GetValue(yes));
            if (!await run.RunAsync(order, cancellationToken))
            {
                throw new LocalException("some calls were not redriven; the reasons are above");
            }
        }));
        return command;
    }

    private static bool Ask(string question)
    {
        Console.Write(question);
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }
}
