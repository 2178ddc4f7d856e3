namespace CallRecording.Tests.Local.Soak;

/// <summary>What goes wrong with one call, and what that must come to.</summary>
/// <param name="Name">The fault as <c>./run submit --fault</c> spells it, or one of the names here.</param>
/// <param name="Jobs">Jobs that the service may begin until the call's first end.</param>
/// <param name="Error">The error on the call's item; null where it succeeds by itself.</param>
/// <param name="JobsInTheEnd">Jobs once the fault is mended and the execution was redriven.</param>
internal sealed record PlannedFault(string Name, int Jobs, string? Error, int JobsInTheEnd)
{
    public static readonly PlannedFault None = new(string.Empty, 1, null, 1);

    /// <summary>The message says where the recording is, and it is not there yet.</summary>
    public static readonly PlannedFault NoAudio = new("no-audio", 0, "AudioRejectedException", 1);

    /// <summary>Takes as long as the deadline of a job.</summary>
    public static readonly PlannedFault Hang = new("hang", 1, "JobDeadlineExceeded", 2);

    public static readonly IReadOnlyList<PlannedFault> Transient =
    [
        new("throttle:2", 1, null, 1),
        new("quota:2", 1, null, 1),
        new("service-error:1", 2, null, 2),
        new("service-error:2", 3, null, 3),
    ];

    public static readonly IReadOnlyList<PlannedFault> Permanent =
    [
        new("client-error", 1, "JobClientError", 2),
        new("access-denied", 0, "ServiceAccessDeniedException", 1),
        new("no-results", 1, "ResultsUnreadableException", 1),
        new("corrupt-result", 1, "ResultsUnreadableException", 1),
        NoAudio,
        new("service-error:3", 3, "JobServiceError", 4),
    ];

    public bool IsOrderedOfTheEmulator => this != None && this != NoAudio;
}
