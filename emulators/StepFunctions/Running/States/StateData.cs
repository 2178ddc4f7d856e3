using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Paths;
using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Running.States;

/// <summary>InputPath, Parameters, ResultPath and OutputPath, with AWS's limits and words.</summary>
internal static class StateData
{
    /// <summary>The state's input after InputPath.</summary>
    public static Scope Effective(Step step, Scope raw) => raw.With(Read(step, raw, step.State.InputPath));

    public static JsonNode? Fill(Step step, PayloadTemplate template, Scope scope)
    {
        try
        {
            return template.Fill(scope);
        }
        catch (PathNotFoundException missing)
        {
            throw step.Runtime(missing.Message);
        }
    }

    /// <summary>The raw input with the result where ResultPath says.</summary>
    public static JsonNode? Combine(Step step, Scope raw, ReferencePath? resultPath, JsonNode? result) =>
        ResultPaths.TryCombine(raw.Data, resultPath, result, out var combined)
            ? combined
            : throw new StateFaultException(new StateFault(
                StateErrors.ResultPathMatchFailure,
                $"Unable to apply ReferencePath {resultPath?.Text} to input {step.Position.Input}"));

    /// <summary>The state's output after OutputPath.</summary>
    public static string Output(Step step, Scope raw, JsonNode? combined) =>
        Limit(StateJson.Write(Read(step, raw.With(combined), step.State.OutputPath)), step.Position.State);

    /// <param name="source">The state, or the kind of its task.</param>
    public static string Limit(string json, string source) => StateJson.IsTooLarge(json)
        ? throw new StateFaultException(TooLarge(source))
        : json;

    public static StateFault TooLarge(string source) => new(
        StateErrors.DataLimitExceeded,
        $"The state/task '{source}' returned a result with a size exceeding the maximum number of bytes "
        + "service limit.");

    private static JsonNode? Read(Step step, Scope scope, ReferencePath? path) =>
        path is null ? new JsonObject()
        : scope.TryRead(path, out var value) ? value
        : throw step.Runtime($"Invalid path '{path.Text}': No results for path: {path.Text}");
}
