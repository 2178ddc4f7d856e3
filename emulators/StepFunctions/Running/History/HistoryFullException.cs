namespace CallRecording.Emulators.StepFunctions.Running.History;

/// <summary>An execution has used up its history. The message is AWS's.</summary>
internal sealed class HistoryFullException() : Exception(
    $"The execution reached the maximum number of history events ({Step.MaxEvents}).");
