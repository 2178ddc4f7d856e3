using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Definition.Choices;
using CallRecording.Emulators.StepFunctions.Running.History;

namespace CallRecording.Emulators.StepFunctions.Running.States;

internal static class ChoiceStates
{
    public static void Work(Step step, ChoiceState state)
    {
        var raw = step.Scope();
        var effective = StateData.Effective(step, raw);
        var next = Decide(step, state, effective) ?? state.Default
            ?? throw step.Runtime("Failed to transition out of the state. The state does not point to a next state.");
        Transitions.ExitTo(step, next, StateData.Output(step, raw, effective.Data));
    }

    private static string? Decide(Step step, ChoiceState state, Paths.Scope scope)
    {
        try
        {
            return state.Choices.FirstOrDefault(rule => rule.When.Holds(scope))?.Next;
        }
        catch (InvalidVariableException problem)
        {
            throw step.Runtime(problem.Message);
        }
    }
}
