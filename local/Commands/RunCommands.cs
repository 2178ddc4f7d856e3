using System.CommandLine;
using CallRecording.Operations;

namespace CallRecording.Local.Commands;

/// <summary>What <c>./run</c> understands.</summary>
internal static class RunCommands
{
    public static RootCommand Create()
    {
        var root = new RootCommand("The call-recording pipeline, whole, on this machine.");
        ServeCommand.AddTo(root);
        root.Subcommands.Add(SubmitCommand.Create());
        root.Subcommands.Add(MendCommand.Create());
        root.Subcommands.Add(SmokeCommand.Create());
        root.Subcommands.Add(OperationsCommand.Create());
        return root;
    }
}
