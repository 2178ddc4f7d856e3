using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class HistoryEvent
{
    public ActivityFailedEventDetails ActivityFailedEventDetails { get; set; }

    public ActivityScheduleFailedEventDetails ActivityScheduleFailedEventDetails { get; set; }

    public ActivityScheduledEventDetails ActivityScheduledEventDetails { get; set; }

    public ActivityStartedEventDetails ActivityStartedEventDetails { get; set; }

    public ActivitySucceededEventDetails ActivitySucceededEventDetails { get; set; }

    public ActivityTimedOutEventDetails ActivityTimedOutEventDetails { get; set; }

    public DateTime? Timestamp { get; set; }

    public EvaluationFailedEventDetails EvaluationFailedEventDetails { get; set; }

    public ExecutionAbortedEventDetails ExecutionAbortedEventDetails { get; set; }

    public ExecutionFailedEventDetails ExecutionFailedEventDetails { get; set; }

    public ExecutionRedrivenEventDetails ExecutionRedrivenEventDetails { get; set; }

    public ExecutionStartedEventDetails ExecutionStartedEventDetails { get; set; }

    public ExecutionSucceededEventDetails ExecutionSucceededEventDetails { get; set; }

    public ExecutionTimedOutEventDetails ExecutionTimedOutEventDetails { get; set; }

    public HistoryEventType Type { get; set; }

    public LambdaFunctionFailedEventDetails LambdaFunctionFailedEventDetails { get; set; }

    public LambdaFunctionScheduleFailedEventDetails LambdaFunctionScheduleFailedEventDetails { get; set; }

    public LambdaFunctionScheduledEventDetails LambdaFunctionScheduledEventDetails { get; set; }

    public LambdaFunctionStartFailedEventDetails LambdaFunctionStartFailedEventDetails { get; set; }

    public LambdaFunctionSucceededEventDetails LambdaFunctionSucceededEventDetails { get; set; }

    public LambdaFunctionTimedOutEventDetails LambdaFunctionTimedOutEventDetails { get; set; }

    public MapIterationEventDetails MapIterationAbortedEventDetails { get; set; }

    public MapIterationEventDetails MapIterationFailedEventDetails { get; set; }

    public MapIterationEventDetails MapIterationStartedEventDetails { get; set; }

    public MapIterationEventDetails MapIterationSucceededEventDetails { get; set; }

    public MapRunFailedEventDetails MapRunFailedEventDetails { get; set; }

    public MapRunRedrivenEventDetails MapRunRedrivenEventDetails { get; set; }

    public MapRunStartedEventDetails MapRunStartedEventDetails { get; set; }

    public MapStateStartedEventDetails MapStateStartedEventDetails { get; set; }

    public StateEnteredEventDetails StateEnteredEventDetails { get; set; }

    public StateExitedEventDetails StateExitedEventDetails { get; set; }

    public TaskFailedEventDetails TaskFailedEventDetails { get; set; }

    public TaskScheduledEventDetails TaskScheduledEventDetails { get; set; }

    public TaskStartFailedEventDetails TaskStartFailedEventDetails { get; set; }

    public TaskStartedEventDetails TaskStartedEventDetails { get; set; }

    public TaskSubmitFailedEventDetails TaskSubmitFailedEventDetails { get; set; }

    public TaskSubmittedEventDetails TaskSubmittedEventDetails { get; set; }

    public TaskSucceededEventDetails TaskSucceededEventDetails { get; set; }

    public TaskTimedOutEventDetails TaskTimedOutEventDetails { get; set; }

    public long? Id { get; set; }

    public long? PreviousEventId { get; set; }

    internal static HistoryEvent Read(JsonElement json) => new()
    {
        ActivityFailedEventDetails = json.Member("activityFailedEventDetails", ActivityFailedEventDetails.Read),
        ActivityScheduleFailedEventDetails =
            json.Member("activityScheduleFailedEventDetails", ActivityScheduleFailedEventDetails.Read),
        ActivityScheduledEventDetails =
            json.Member("activityScheduledEventDetails", ActivityScheduledEventDetails.Read),
        ActivityStartedEventDetails = json.Member("activityStartedEventDetails", ActivityStartedEventDetails.Read),
        ActivitySucceededEventDetails =
            json.Member("activitySucceededEventDetails", ActivitySucceededEventDetails.Read),
        ActivityTimedOutEventDetails = json.Member("activityTimedOutEventDetails", ActivityTimedOutEventDetails.Read),
        Timestamp = json.Time("timestamp"),
        EvaluationFailedEventDetails = json.Member("evaluationFailedEventDetails", EvaluationFailedEventDetails.Read),
        ExecutionAbortedEventDetails = json.Member("executionAbortedEventDetails", ExecutionAbortedEventDetails.Read),
        ExecutionFailedEventDetails = json.Member("executionFailedEventDetails", ExecutionFailedEventDetails.Read),
        ExecutionRedrivenEventDetails =
            json.Member("executionRedrivenEventDetails", ExecutionRedrivenEventDetails.Read),
        ExecutionStartedEventDetails = json.Member("executionStartedEventDetails", ExecutionStartedEventDetails.Read),
        ExecutionSucceededEventDetails =
            json.Member("executionSucceededEventDetails", ExecutionSucceededEventDetails.Read),
        ExecutionTimedOutEventDetails =
            json.Member("executionTimedOutEventDetails", ExecutionTimedOutEventDetails.Read),
        Type = HistoryEventType.FindValue(json.Text("type")),
        LambdaFunctionFailedEventDetails =
            json.Member("lambdaFunctionFailedEventDetails", LambdaFunctionFailedEventDetails.Read),
        LambdaFunctionScheduleFailedEventDetails =
            json.Member("lambdaFunctionScheduleFailedEventDetails", LambdaFunctionScheduleFailedEventDetails.Read),
        LambdaFunctionScheduledEventDetails =
            json.Member("lambdaFunctionScheduledEventDetails", LambdaFunctionScheduledEventDetails.Read),
        LambdaFunctionStartFailedEventDetails =
            json.Member("lambdaFunctionStartFailedEventDetails", LambdaFunctionStartFailedEventDetails.Read),
        LambdaFunctionSucceededEventDetails =
            json.Member("lambdaFunctionSucceededEventDetails", LambdaFunctionSucceededEventDetails.Read),
        LambdaFunctionTimedOutEventDetails =
            json.Member("lambdaFunctionTimedOutEventDetails", LambdaFunctionTimedOutEventDetails.Read),
        MapIterationAbortedEventDetails = json.Member("mapIterationAbortedEventDetails", MapIterationEventDetails.Read),
        MapIterationFailedEventDetails = json.Member("mapIterationFailedEventDetails", MapIterationEventDetails.Read),
        MapIterationStartedEventDetails = json.Member("mapIterationStartedEventDetails", MapIterationEventDetails.Read),
        MapIterationSucceededEventDetails =
            json.Member("mapIterationSucceededEventDetails", MapIterationEventDetails.Read),
        MapRunFailedEventDetails = json.Member("mapRunFailedEventDetails", MapRunFailedEventDetails.Read),
        MapRunRedrivenEventDetails = json.Member("mapRunRedrivenEventDetails", MapRunRedrivenEventDetails.Read),
        MapRunStartedEventDetails = json.Member("mapRunStartedEventDetails", MapRunStartedEventDetails.Read),
        MapStateStartedEventDetails = json.Member("mapStateStartedEventDetails", MapStateStartedEventDetails.Read),
        StateEnteredEventDetails = json.Member("stateEnteredEventDetails", StateEnteredEventDetails.Read),
        StateExitedEventDetails = json.Member("stateExitedEventDetails", StateExitedEventDetails.Read),
        TaskFailedEventDetails = json.Member("taskFailedEventDetails", TaskFailedEventDetails.Read),
        TaskScheduledEventDetails = json.Member("taskScheduledEventDetails", TaskScheduledEventDetails.Read),
        TaskStartFailedEventDetails = json.Member("taskStartFailedEventDetails", TaskStartFailedEventDetails.Read),
        TaskStartedEventDetails = json.Member("taskStartedEventDetails", TaskStartedEventDetails.Read),
        TaskSubmitFailedEventDetails = json.Member("taskSubmitFailedEventDetails", TaskSubmitFailedEventDetails.Read),
        TaskSubmittedEventDetails = json.Member("taskSubmittedEventDetails", TaskSubmittedEventDetails.Read),
        TaskSucceededEventDetails = json.Member("taskSucceededEventDetails", TaskSucceededEventDetails.Read),
        TaskTimedOutEventDetails = json.Member("taskTimedOutEventDetails", TaskTimedOutEventDetails.Read),
        Id = json.Int64("id"),
        PreviousEventId = json.Int64("previousEventId"),
    };
}
