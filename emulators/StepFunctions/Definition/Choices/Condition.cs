using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition.Choices;

/// <summary>What a Choice asks of its data.</summary>
internal abstract record Condition
{
    /// <exception cref="InvalidVariableException">A variable is not in the data.</exception>
    public abstract bool Holds(Scope scope);
}
