namespace CallRecording.Local;

/// <summary>The program that runs the functions.</summary>
internal static class FunctionsProgram
{
    /// <summary>The variable that names another one, such as the native build of <c>infra/publish</c>.</summary>
    public const string Variable = "FUNCTIONS_PROGRAM";

    /// <summary>The one that the variable names, else the one that is built together with this program.</summary>
    public static string Path =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? named
            : System.IO.Path.Combine(AppContext.BaseDirectory, "CallRecording.Tasks");
}
