namespace CallRecording.Emulators.StepFunctions.Running;

internal enum ExecutionStatus
{
    Running,
    Succeeded,
    Failed,
    TimedOut,
    Aborted,
}
