using System.CommandLine;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.Rebuilding;

/// <summary><c>./run ops rebuild</c>: items and words that the tables lost are made again from results.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var (target, confirmation) = (new TargetOptions(), new ConfirmationOptions());
        var callIds = new Option<string[]>("--call-id")
        {
            HelpName = "ID",
            Description = "Only this call; may be given more than once. All calls that have results if not given.",
        };
        var command = new Command("rebuild", "Make items and words again from each call's results.json.") { callIds };
        confirmation.AddTo(command);
        target.SetAction(command, async (stack, parsed, cancellationToken) =>
        {
            var run = new RebuildRun(stack, Terminal.Out);
            var chosen = (parsed.GetValue(callIds) ?? []).Select(callId => callId.Trim()).ToList();
            if (!await run.RunAsync(chosen, confirmation.Of(parsed), cancellationToken))
            {
                throw new CommandException("some calls were not rebuilt; the reasons are above");
            }
        });
        return command;
    }
}
