namespace CallRecording.Emulators.StepFunctions.Definition;

/// <summary>A state machine definition that AWS would refuse, or that uses what this engine does not run.</summary>
internal sealed class DefinitionException(string message) : Exception(message);
