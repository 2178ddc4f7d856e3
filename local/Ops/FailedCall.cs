using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Aws;

namespace CallRecording.Local.Ops;

/// <summary>A call whose item is FAILED, and why.</summary>
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
    private const int MostCauseCharacters = 120;

    public static FailedCall Of(JsonObject item) => new(
        (string?)item[CallAttributes.CallId] ?? string.Empty,
        CallItemKey.Of(item).EpochSeconds,
        (string?)item[CallAttributes.FailedState],
        (string?)item[CallAttributes.Error],
        (string?)item[CallAttributes.Cause],
        (string?)item[CallAttributes.ExecutionArn],
        (string?)item[CallAttributes.UpdatedAt]);

    public string RecordedAt => DateTimeOffset.FromUnixTimeSeconds(EpochSeconds)
        .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>For a person.</summary>
    public string ToLine() => $"{RecordedAt}  {CallId}  {FailedState}: {Error}: {Shortened()}";

    public JsonObject ToJson() => new()
    {
        ["callId"] = CallId,
        ["recordedAt"] = RecordedAt,
        ["failedState"] = FailedState,
        ["error"] = Error,
        ["cause"] = Cause,
        ["executionArn"] = ExecutionArn,
    };

    private string Shortened()
    {
        var line = (Cause ?? string.Empty).ReplaceLineEndings(" ");
        return line.Length <= MostCauseCharacters
            ? line
            : string.Concat(line.AsSpan(0, MostCauseCharacters - 1), "\u2026");
    }
}
