using CallRecording.Local.StepFunctions.Running;

namespace CallRecording.Local.StepFunctions.Storage;

/// <param name="Redriven">True for redriven executions only, false for the others only.</param>
internal sealed record ExecutionFilter(ExecutionStatus? Status = null, bool? Redriven = null);
