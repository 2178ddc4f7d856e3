namespace CallRecording.Emulators.StepFunctions.Definition;

/// <summary>A definition as the engine runs it.</summary>
/// <param name="Timeout">How long one execution may be open; null for AWS's own limit.</param>
internal sealed record StateMachine(string StartAt, TimeSpan? Timeout, IReadOnlyDictionary<string, State> States);
