using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class HistoryEvent
{
    public ExecutionStartedEventDetails ExecutionStartedEventDetails { get; set; }

    public HistoryEventType Type { get; set; }

    public StateEnteredEventDetails StateEnteredEventDetails { get; set; }

    public StateExitedEventDetails StateExitedEventDetails { get; set; }

    public TaskFailedEventDetails TaskFailedEventDetails { get; set; }

    public TaskScheduledEventDetails TaskScheduledEventDetails { get; set; }

    public long? Id { get; set; }

    internal static HistoryEvent Read(JsonElement json) => new()
    {
        ExecutionStartedEventDetails = json.Member("executionStartedEventDetails", ExecutionStartedEventDetails.Read),
        Type = HistoryEventType.FindValue(json.Text("type")),
        StateEnteredEventDetails = json.Member("stateEnteredEventDetails", StateEnteredEventDetails.Read),
        StateExitedEventDetails = json.Member("stateExitedEventDetails", StateExitedEventDetails.Read),
        TaskFailedEventDetails = json.Member("taskFailedEventDetails", TaskFailedEventDetails.Read),
        TaskScheduledEventDetails = json.Member("taskScheduledEventDetails", TaskScheduledEventDetails.Read),
        Id = json.Int64("id"),
    };
}
