namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>A definition that executions were started with; a redrive runs the one its execution had.</summary>
internal sealed record StoredDefinition(long Id, string Text, DateTimeOffset Created);
