using CallRecording.Emulators.StepFunctions.Running;
using Dapper;

namespace CallRecording.Emulators.StepFunctions;

/// <summary>An execution ended FAILED, TIMED_OUT or ABORTED, as it was at that moment: a redrive may have changed it
/// since.</summary>
/// <param name="Id">Its place in the order of ends.</param>
[method: ExplicitConstructor]
internal sealed record StatusChange(
    long Id,
    string Execution,
    ExecutionStatus Status,
    DateTimeOffset At,
    int RedriveCount,
    DateTimeOffset? RedriveTime,
    string? Error,
    string? Cause);
