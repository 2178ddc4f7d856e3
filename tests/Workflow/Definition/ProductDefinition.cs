using System.Text.RegularExpressions;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Tests.Emulators.StepFunctions;

namespace CallRecording.Tests.Workflow.Definition;

/// <summary>The definition that is deployed, and functions that play its tasks.</summary>
internal static class ProductDefinition
{
    public const string Submit = "InvokeDataAutomation";
    public const string Status = "GetJobStatus";
    public const string Persist = "PersistResults";
    public const string Recorder = "RecordFailure";

    public const string Input =
        """{"callId":"c-1","audioS3Uri":"s3://recordings/c-1.wav","timestamp":"2026-03-01T11:00:00Z"}""";

    public static string Text { get; } = File.ReadAllText(Find("statemachine.asl.json"));

    /// <summary>The states that invoke a function of their own name.</summary>
    public static IReadOnlyList<string> Functions { get; } =
        [.. Regex.Matches(Text, @"\$\{(\w+)FunctionArn\}").Select(match => match.Groups[1].Value).Distinct()];

    public static StepFunctionsOptions Named(StepFunctionsOptions options) => options with
    {
        Substitutions = Functions.ToDictionary(state => $"{state}FunctionArn"),
    };

    public static Task<TestEngine> OpenAsync(
        ScriptedFunctions functions,
        TestDatabase? database = null,
        SkippedTime? time = null) =>
        TestEngine.OpenAsync(Text, functions, database, time, Named);

    /// <summary>The call with one job in it.</summary>
    public static string WithJob(string outcome) =>
        Input[..^1] + ",\"job\":"
            + $$"""{"outcome":"{{outcome}}","waitSeconds":30,"error":"BdaJobFailed","cause":"ClientError"}""" + "}";

    private static string Find(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, file)))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new FileNotFoundException(file), file);
    }
}
