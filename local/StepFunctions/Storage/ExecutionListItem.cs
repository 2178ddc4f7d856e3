using CallRecording.Local.StepFunctions.Running;

namespace CallRecording.Local.StepFunctions.Storage;

internal sealed record ExecutionListItem(
    long Sequence,
    string Name,
    ExecutionStatus Status,
    DateTimeOffset StartTime,
    DateTimeOffset? StopTime,
    int RedriveCount,
    DateTimeOffset? RedriveTime);
