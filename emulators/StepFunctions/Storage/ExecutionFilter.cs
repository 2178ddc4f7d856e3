using CallRecording.Emulators.StepFunctions.Running;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <param name="Redriven">True for redriven executions only, false for the others only.</param>
internal sealed record ExecutionFilter(ExecutionStatus? Status = null, bool? Redriven = null);
