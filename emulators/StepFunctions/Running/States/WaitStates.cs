using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Paths;
using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Running.States;

internal static class WaitStates
{
    /// <summary>AWS's bound for Seconds.</summary>
    private const int MaxSeconds = 99_999_999;

    public static void Work(Step step, WaitState state)
    {
        var seconds = state.SecondsPath is { } path
            ? Read(step, path, StateData.Effective(step, step.Scope()))
            : state.Seconds.GetValueOrDefault();
        step.Position.Due = step.Now + step.Pace.Of(TimeSpan.FromSeconds(seconds));
        step.Position.Phase = Phase.Waiting;
    }

    public static void Exit(Step step)
    {
        var raw = step.Scope();
        var effective = StateData.Effective(step, raw);
        Transitions.ExitTo(step, step.State.Next, StateData.Output(step, raw, effective.Data));
    }

    private static double Read(Step step, ReferencePath path, Scope scope)
    {
        if (!scope.TryRead(path, out var value))
        {
            throw step.Runtime($"The SecondsPath parameter does not reference an input value: {path.Text}");
        }

        var found = $"{path.Text} == {StateJson.Write(value)}";
        return Whole(value) switch
        {
            null => throw step.Runtime($"The SecondsPath parameter cannot be parsed as a long value: {found}"),
            < 0 => throw step.Runtime($"The SecondsPath parameter references a negative value: {found}"),
            > MaxSeconds => throw step.Runtime(
                $"The SecondsPath parameter references a value above {MaxSeconds}: {found}"),
            { } seconds => seconds,
        };
    }

    private static double? Whole(JsonNode? value) =>
        value?.GetValueKind() is JsonValueKind.Number
        && StateJson.Number(value) is var number
        && number == Math.Floor(number)
            ? number
            : null;
}
