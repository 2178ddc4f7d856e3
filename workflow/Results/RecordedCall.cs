using System.Text.Json.Nodes;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;

namespace CallRecording.Workflow.Results;

/// <summary>Which call results belong to, and where they came from.</summary>
/// <param name="Timestamp">When it was recorded: UTC, whole seconds.</param>
/// <param name="Output">Where the job wrote.</param>
public sealed record RecordedCall(
    string CallId, S3Uri Audio, DateTimeOffset Timestamp, S3Uri Output, JsonObject? Metadata)
{
    /// <summary>The item's hash key.</summary>
    public string Hash => CallHash.Of(CallId);

    /// <summary>The item's range key, epchdatetimestamp: Unix seconds.</summary>
    public long EpochSeconds => Timestamp.ToUnixTimeSeconds();

    /// <exception cref="FormatException">The state's audioS3Uri or timestamp is none.</exception>
    public static RecordedCall Of(Call call, S3Uri output) => new(
        call.CallId, S3Uri.Parse(call.AudioS3Uri), CallTimestamp.Parse(call.Timestamp), output, call.Metadata);
}
