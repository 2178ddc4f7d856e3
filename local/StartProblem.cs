using CallRecording.Local.Emulators;
using CallRecording.Local.StepFunctions.Definition;
using Microsoft.AspNetCore.Connections;

namespace CallRecording.Local;

/// <summary>The one line for what keeps the system from starting.</summary>
internal static class StartProblem
{
    /// <returns>Null for what nobody but us can mend.</returns>
    public static string? Explain(Exception problem) => problem switch
    {
        LocalException => problem.Message,
        EmulatorException => problem.Message,
        DefinitionException => $"statemachine.asl.json: {problem.Message}",
        FileNotFoundException or DirectoryNotFoundException => problem.Message,
        IOException { InnerException: AddressInUseException } => $"{problem.Message}; give another --port",
        _ => null,
    };
}
