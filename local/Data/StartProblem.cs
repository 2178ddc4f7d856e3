using CallRecording.Emulators.Node;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Operations;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace CallRecording.Local.Data;

/// <summary>The one line for what keeps the system from starting, or from going on.</summary>
internal static class StartProblem
{
    // https://www.sqlite.org/rescode.html
    private const int DatabaseFull = 13;

    // ENOSPC and EDQUOT; what .NET says of a failed call on Unix has the error's number.
    private static readonly int[] NoSpace = [28, 122];

    /// <param name="directory">Where the system keeps its data.</param>
    /// <returns>Null for a problem that the user cannot solve.</returns>
    public static string? Explain(Exception problem, string directory) => problem switch
    {
        _ when IsFull(problem) => DiskSpace.Line(directory),
        CommandException => problem.Message,
        EmulatorException => problem.Message,
        DefinitionException => $"statemachine.asl.json: {problem.Message}",
        FileNotFoundException or DirectoryNotFoundException => problem.Message,
        IOException { InnerException: AddressInUseException } => $"{problem.Message}; give another --port",
        _ => null,
    };

    /// <summary>True where the disk is full.</summary>
    public static bool IsFull(Exception problem) => problem switch
    {
        SqliteException full => full.SqliteErrorCode == DatabaseFull,
        IOException full => NoSpace.Contains(full.HResult & 0xFFFF),
        _ => false,
    };
}
