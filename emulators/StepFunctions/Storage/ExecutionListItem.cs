using CallRecording.Emulators.StepFunctions.Running;

namespace CallRecording.Emulators.StepFunctions.Storage;

internal sealed record ExecutionListItem(
    long Sequence,
    string Name,
    ExecutionStatus Status,
    DateTimeOffset StartTime,
    DateTimeOffset? StopTime,
    int RedriveCount,
    DateTimeOffset? RedriveTime);
