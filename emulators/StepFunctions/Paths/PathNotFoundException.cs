namespace CallRecording.Emulators.StepFunctions.Paths;

/// <summary>A path leads nowhere in the data. The message is AWS's.</summary>
internal sealed class PathNotFoundException(string message) : Exception(message);
