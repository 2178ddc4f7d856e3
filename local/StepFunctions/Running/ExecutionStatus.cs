namespace CallRecording.Local.StepFunctions.Running;

internal enum ExecutionStatus
{
    Running,
    Succeeded,
    Failed,
    TimedOut,
    Aborted,
}
