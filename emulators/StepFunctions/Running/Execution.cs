namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>One execution, running or ended.</summary>
internal sealed class Execution
{
    /// <summary>Its place in the order of starts; 0 until it is stored.</summary>
    public long Sequence { get; set; }

    public required string Name { get; init; }

    public required long DefinitionId { get; init; }

    /// <summary>As it was sent, JSON.</summary>
    public required string Input { get; init; }

    public required DateTimeOffset StartTime { get; init; }

    public ExecutionStatus Status { get; set; }

    public DateTimeOffset? StopTime { get; set; }

    public string? Output { get; set; }

    public string? Error { get; set; }

    public string? Cause { get; set; }

    public int RedriveCount { get; set; }

    public DateTimeOffset? RedriveTime { get; set; }

    public long EventCount { get; set; }

    public required Position Position { get; set; }
}
