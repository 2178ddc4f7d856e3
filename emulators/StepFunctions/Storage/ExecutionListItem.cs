using CallRecording.Emulators.StepFunctions.Running;
using Dapper;

namespace CallRecording.Emulators.StepFunctions.Storage;

[method: ExplicitConstructor]
internal sealed record ExecutionListItem(
    long Sequence,
    string Name,
    ExecutionStatus Status,
    DateTimeOffset StartTime,
    DateTimeOffset? StopTime,
    int RedriveCount,
    DateTimeOffset? RedriveTime);
