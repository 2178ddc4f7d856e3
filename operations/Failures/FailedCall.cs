using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tasks.Executions;
using CallRecording.Workflow;
using CallRecording.Workflow.Messages;

namespace CallRecording.Operations.Failures;

/// <summary>A call that failed, and why: as its item says, or, where that does not, its execution.</summary>
/// <param name="ExecutionArn">Null where the item names none.</param>
/// <param name="UpdatedAt">When the item was last written: with this failure.</param>
internal sealed record FailedCall(
    string CallId,
    long EpochSeconds,
    string? FailedState,
    string? Error,
    string? Cause,
    string? ExecutionArn,
    string? UpdatedAt)
{
    private const int MaxCauseCharacters = 120;

    /// <summary>False where its item does not say so, or is not there: its execution does.</summary>
    public bool IsRecorded { get; init; } = true;

    public static FailedCall Of(JsonObject item) => new(
        (string?)item[CallAttributes.CallId] ?? string.Empty,
        CallItemKey.Of(item).EpochSeconds,
        (string?)item[CallAttributes.FailedState],
        (string?)item[CallAttributes.Error],
        (string?)item[CallAttributes.Cause],
        (string?)item[CallAttributes.ExecutionArn],
        (string?)item[CallAttributes.UpdatedAt]);

    /// <param name="execution">It ended without success.</param>
    public static FailedCall Of(Call call, ExecutionDescription execution) => new(
        call.CallId,
        CallItemKey.Of(call).EpochSeconds,
        execution.Ending.FailedState,
        execution.Ending.Error,
        execution.Ending.Cause,
        execution.Execution.Arn,
        execution.StoppedAt is { } stopped ? ItemTime.Of(stopped) : null)
    {
        IsRecorded = false,
    };

    public string RecordedAt => DateTimeOffset.FromUnixTimeSeconds(EpochSeconds)
        .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>For display.</summary>
    public string ToLine() =>
        $"{RecordedAt}  {CallId}  {FailedState}: {Error}: {Excerpt.Of(Cause ?? string.Empty, MaxCauseCharacters)}";

    public JsonObject ToJson() => new()
    {
        ["callId"] = CallId,
        ["recordedAt"] = RecordedAt,
        ["failedState"] = FailedState,
        ["error"] = Error,
        ["cause"] = Cause,
        ["executionArn"] = ExecutionArn,
    };
}
