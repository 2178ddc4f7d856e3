using System.Text.RegularExpressions;

namespace CallRecording.Workflow.Failures;

/// <summary>Why a call failed whose execution could not say so itself: what its item and the page show.</summary>
/// <param name="Error">The execution's own error where it has one.</param>
/// <param name="Cause">What happened and what to do, readable.</param>
/// <param name="FailedState">Null where Step Functions does not tell.</param>
public sealed partial record ExecutionEnding(string Error, string Cause, string? FailedState)
{
    public const string Failed = "FAILED";
    public const string TimedOut = "TIMED_OUT";
    public const string Aborted = "ABORTED";
    public const string Succeeded = "SUCCEEDED";

    private const int MaxForeignLength = 1500;

    /// <summary>Step Functions deletes executions 90 days after they end.</summary>
    public static ExecutionEnding Forgotten { get; } = new(
        "ExecutionDoesNotExist",
        "Step Functions no longer knows the execution, so it cannot be redriven. Publish the call again.",
        null);

    /// <param name="status">The execution's, in Step Functions' words.</param>
    /// <param name="obstacle">Why it cannot be redriven; null when it can.</param>
    public static ExecutionEnding Of(string status, string? error, string? cause, string? obstacle) => status switch
    {
        TimedOut => new(
            Name(error, "ExecutionTimedOut"),
            $"The execution reached its time limit before the call was done. {WhatToDo(obstacle)}",
            null),
        Aborted => new(
            Name(error, "ExecutionAborted"), $"The execution was stopped{Words(cause)} {WhatToDo(obstacle)}", null),
        Succeeded => new(
            "ResultsNotRecorded",
            "The execution succeeded, but the item lost what it wrote, as when a table is restored from a backup. "
            + "Invoke the PersistResults function with the payload that the execution's history shows for it.",
            null),
        _ => new(
            Name(error, "ExecutionFailed"),
            $"The execution failed where nothing could record it{Words(cause)} {WhatToDo(obstacle)}",
            StateOf(cause)),
    };

    private static string Name(string? error, string defaultValue) =>
        string.IsNullOrWhiteSpace(error) ? defaultValue : error;

    private static string WhatToDo(string? obstacle) => obstacle is null
        ? "Mend what stopped it, then redrive the execution in the Step Functions console: it goes on where it ended."
        : $"It can no longer be redriven ({Excerpt.Of(obstacle)}): publish the recording again, with another "
            + "timestamp.";

    private static string Words(string? cause) =>
        FailureCause.Text(cause) is { } text ? ": " + Excerpt.Of(text.TrimEnd('.'), MaxForeignLength) + "." : ".";

    private static string? StateOf(string? cause) =>
        cause is not null && WhileExecuting().Match(cause) is { Success: true } match
            ? match.Groups["state"].Value
            : null;

    // How Step Functions begins the cause of every States.Runtime.
    [GeneratedRegex("error occurred while executing the state '(?<state>[^']{1,80})'", RegexOptions.ExplicitCapture)]
    private static partial Regex WhileExecuting();
}
