using System.CommandLine;

namespace CallRecording.Local.Ops.Reconciling;

/// <summary><c>./run ops reconcile</c>: recordings, items, executions and results, compared with each other.</summary>
internal static class ReconcileCommand
{
    public static Command Create()
    {
        var (target, consent) = (new TargetOptions(), new ConsentOptions());
        var command = new Command(
            "reconcile", "Compare recordings, items, executions and results; settle what is open.");
        consent.AddTo(command);
        target.SetAction(command, (stack, parsed, cancellationToken) =>
            new ReconcileRun(stack, TimeProvider.System, Terminal.Out).RunAsync(consent.Of(parsed), cancellationToken));
        return command;
    }
}
