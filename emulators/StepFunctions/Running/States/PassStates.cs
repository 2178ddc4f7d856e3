using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Running.States;

internal static class PassStates
{
    public static void Work(Step step, PassState state)
    {
        var raw = step.Scope();
        var effective = StateData.Effective(step, raw);
        var result = state switch
        {
            { HasResult: true } => state.Result,
            { Parameters: { } parameters } => StateData.Fill(step, parameters, effective),
            _ => effective.Data,
        };
        var combined = StateData.Combine(step, raw, state.ResultPath, result);
        Transitions.ExitTo(step, state.Next, StateData.Output(step, raw, combined));
    }
}
