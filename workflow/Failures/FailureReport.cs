using CallRecording.Workflow.Messages;

namespace CallRecording.Workflow.Failures;

/// <summary>Why a call failed, as its item and the page show it.</summary>
/// <param name="FailedState">The state that failed, by its name in the definition.</param>
/// <param name="Error">The error name.</param>
/// <param name="Cause">Readable, at most <see cref="MaxCauseLength"/> characters, never a stack trace.</param>
public sealed record FailureReport(string FailedState, string Error, string Cause)
{
    public const int MaxCauseLength = 2000;

    private const string Unknown = "Unknown";

    public static FailureReport Of(Call call)
    {
        // One state fails at a time; of several the first by name, so that a rerun reports the same.
        var failed = (call.Failed ?? []).OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
        return failed.Count == 0
            ? new FailureReport(Unknown, Unknown, "The execution's data names no failed state; see its history.")
            : Of(failed[0].Key, failed[0].Value, failed.Skip(1).Select(f => f.Key));
    }

    private static FailureReport Of(string state, StateError? failure, IEnumerable<string> others)
    {
        var error = string.IsNullOrWhiteSpace(failure?.Error) ? Unknown : failure.Error;
        var text = FailureCause.Text(failure?.Cause) ?? WithoutCause(state, error);
        var also = string.Join(", ", others);
        var cause = also.Length == 0 ? text : $"(Also failed: {also}.) {text}";
        return new FailureReport(state, error, Excerpt.Of(cause, MaxCauseLength));
    }

    private static string WithoutCause(string state, string error) => error switch
    {
        "States.Timeout" => $"{state} did not answer within its time limit, nor when it was run again. " +
            "See its log, then redrive the execution.",
        _ => $"{state} failed with {error} and gave no cause; see the execution's history.",
    };
}
