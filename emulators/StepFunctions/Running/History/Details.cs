using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Running.States;

namespace CallRecording.Emulators.StepFunctions.Running.History;

/// <summary>The details of history events, under their wire names.</summary>
internal static class Details
{
    private const string Resource = "invoke";
    private const string ResourceType = "lambda";

    public static JsonObject None => [];

    public static JsonObject ExecutionStarted(string input, string roleArn) => Under(
        "executionStartedEventDetails",
        new JsonObject { ["input"] = input, ["inputDetails"] = NotTruncated(), ["roleArn"] = roleArn });

    public static JsonObject ExecutionRedriven(int redriveCount) => Under(
        "executionRedrivenEventDetails",
        new JsonObject { ["redriveCount"] = redriveCount });

    public static JsonObject ExecutionSucceeded(string output) => Under(
        "executionSucceededEventDetails",
        new JsonObject { ["output"] = output, ["outputDetails"] = NotTruncated() });

    /// <param name="name">executionFailedEventDetails, executionAbortedEventDetails or
    /// executionTimedOutEventDetails.</param>
    public static JsonObject Ended(string name, string? error, string? cause) => Under(name, Fault([], error, cause));

    public static JsonObject StateEntered(string name, string input) => Under(
        "stateEnteredEventDetails",
        new JsonObject { ["name"] = name, ["input"] = input, ["inputDetails"] = NotTruncated() });

    public static JsonObject StateExited(string name, string output) => Under(
        "stateExitedEventDetails",
        new JsonObject { ["name"] = name, ["output"] = output, ["outputDetails"] = NotTruncated() });

    public static JsonObject TaskScheduled(TaskState state, string region, string parameters)
    {
        var details = OfTask();
        details["region"] = region;
        details["parameters"] = parameters;
        if (state.TimeoutSeconds is { } seconds)
        {
            details["timeoutInSeconds"] = seconds;
        }

        return Under("taskScheduledEventDetails", details);
    }

    public static JsonObject TaskStarted() => Under("taskStartedEventDetails", OfTask());

    public static JsonObject TaskSucceeded(string output)
    {
        var details = OfTask();
        details["output"] = output;
        details["outputDetails"] = NotTruncated();
        return Under("taskSucceededEventDetails", details);
    }

    public static JsonObject TaskFailed(StateFault fault) =>
        Under("taskFailedEventDetails", Fault(OfTask(), fault.Error, fault.Cause));

    public static JsonObject TaskTimedOut(StateFault fault) =>
        Under("taskTimedOutEventDetails", Fault(OfTask(), fault.Error, fault.Cause));

    private static JsonObject OfTask() => new() { ["resourceType"] = ResourceType, ["resource"] = Resource };

    private static JsonObject NotTruncated() => new() { ["truncated"] = false };

    private static JsonObject Fault(JsonObject details, string? error, string? cause)
    {
        if (error is not null)
        {
            details["error"] = error;
        }

        if (cause is not null)
        {
            details["cause"] = cause;
        }

        return details;
    }

    private static JsonObject Under(string name, JsonObject details) => new() { [name] = details };
}
