namespace CallRecording.Tasks.Executions;

/// <summary>Both are success: an execution of that name and input is all that a message asks for.</summary>
internal enum StartOutcome
{
    Started,
    AlreadyExists,
}
