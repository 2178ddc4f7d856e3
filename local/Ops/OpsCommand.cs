using System.CommandLine;

namespace CallRecording.Local.Ops;

/// <summary><c>./run ops</c>: what an operator does after things went wrong, here or on AWS.</summary>
internal static class OpsCommand
{
    public static Command Create() =>
        new("ops", "What an operator does, to the system on this machine or, with --env, to a stack on AWS.")
        {
            FailuresCommand.Create(), RedriveCommand.Create(),
        };
}
