using System.CommandLine;
using CallRecording.Operations.DeadLetters;
using CallRecording.Operations.Erasing;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Rebuilding;
using CallRecording.Operations.Reconciling;
using CallRecording.Operations.Redriving;

namespace CallRecording.Operations;

/// <summary>What an operator does after things went wrong, here or on AWS: <c>./ops</c>, and <c>./run
/// ops</c>.</summary>
internal static class OperationsCommand
{
    private const string Description =
        "What an operator does, to the system on this machine or, with --env, to a stack on AWS.";

    public static RootCommand CreateRoot() => With(new RootCommand(Description));

    public static Command Create() => With(new Command("ops", Description));

    private static TCommand With<TCommand>(TCommand parent)
        where TCommand : Command
    {
        parent.Subcommands.Add(FailuresCommand.Create());
        parent.Subcommands.Add(RedriveCommand.Create());
        parent.Subcommands.Add(DeadLettersCommand.Create());
        parent.Subcommands.Add(RequeueCommand.Create());
        parent.Subcommands.Add(ReconcileCommand.Create());
        parent.Subcommands.Add(RebuildCommand.Create());
        parent.Subcommands.Add(EraseCommand.Create());
        return parent;
    }
}
