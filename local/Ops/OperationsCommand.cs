using System.CommandLine;
using CallRecording.Local.Ops.DeadLetters;
using CallRecording.Local.Ops.Erasing;
using CallRecording.Local.Ops.Rebuilding;
using CallRecording.Local.Ops.Reconciling;

namespace CallRecording.Local.Ops;

/// <summary><c>./run ops</c>: what an operator does after things went wrong, here or on AWS.</summary>
internal static class OperationsCommand
{
    public static Command Create() =>
        new("ops", "What an operator does, to the system on this machine or, with --env, to a stack on AWS.")
        {
            FailuresCommand.Create(),
            RedriveCommand.Create(),
            DeadLettersCommand.Create(),
            RequeueCommand.Create(),
            ReconcileCommand.Create(),
            RebuildCommand.Create(),
            EraseCommand.Create(),
        };
}
