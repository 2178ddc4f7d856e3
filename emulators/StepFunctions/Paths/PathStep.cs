namespace CallRecording.Emulators.StepFunctions.Paths;

/// <summary>One step of a path: into a field, or, where Field is null, to a position of an array.</summary>
internal readonly record struct PathStep(string? Field, int Index = 0);
