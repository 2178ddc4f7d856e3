namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>Columns by the names of the properties that they become.</summary>
internal static class ExecutionReads
{
    /// <summary>Where the columns of a position begin among those of its execution.</summary>
    public const string PositionBegins = "State";

    public const string ExecutionColumns = $"""
        {ListColumns}, definition AS DefinitionId, events AS EventCount, error, cause, output, input,
        state AS {PositionBegins}, phase, entered AS EnteredTime, entered_event AS EnteredEventId,
        previous_event AS PreviousEventId, due, retries AS RetryCount, attempts, state_input AS Input
        """;

    public const string ListColumns = $"""
        sequence, name, {Status}, started AS StartTime, stopped AS StopTime, redrives AS RedriveCount,
        redriven AS RedriveTime
        """;

    public const string EventColumns = "id, previous AS PreviousId, at, type, details";

    public const string StatusChangeColumns =
        $"id, execution, {Status}, at, redrives AS RedriveCount, redriven AS RedriveTime, error, cause";

    // TIMED_OUT is TimedOut: Dapper finds an enum's name in any case.
    private const string Status = "replace(status, '_', '') AS Status";
}
