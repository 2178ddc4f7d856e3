using System.CommandLine;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.Reconciling;

/// <summary><c>./run ops reconcile</c>: recordings, items, executions and results, compared with each other.</summary>
internal static class ReconcileCommand
{
    public static Command Create()
    {
        var (target, confirmation) = (new TargetOptions(), new ConfirmationOptions());
        var command = new Command(
            "reconcile", "Compare recordings, items, executions and results; settle what is open.");
        confirmation.AddTo(command);
        target.SetAction(command, (stack, parsed, cancellationToken) =>
            new ReconcileRun(stack, TimeProvider.System, Terminal.Out).RunAsync(
                confirmation.Of(parsed), cancellationToken));
        return command;
    }
}
