using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Local.Commands;
using CallRecording.Local.Resources;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Local.Soak;

/// <summary>One call of a soak: what is published, and what goes wrong with it.</summary>
internal sealed record PlannedCall(int Number, PlannedFault Fault)
{
    private static readonly DateTimeOffset First = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public string CallId => string.Create(CultureInfo.InvariantCulture, $"soak-{Number:D6}");

    public ObjectLocation Audio => new(ResourceNames.RecordingsBucket, $"soak/{CallId}.wav");

    /// <summary>No other call's: results that got mixed up would show.</summary>
    public string Summary => $"What {CallId} was about.";

    public DateTimeOffset Timestamp => First.AddSeconds(Number);

    public SubmittedCall Submitted => SubmittedCall.Of(CallNotification.Read(Message(again: false)));

    /// <param name="again">The same notification, spelled as another publisher would.</param>
    public string Message(bool again)
    {
        KeyValuePair<string, JsonNode?>[] members =
        [
            new("callId", CallId),
            new("audioS3Uri", Audio.ToString()),
            new("timestamp", CallTimestamp.Format(Timestamp)),
        ];
        return new JsonObject(again ? members.Reverse() : members).ToJsonString(
            new JsonSerializerOptions { WriteIndented = again });
    }

    public string StandardResult => new JsonObject
    {
        ["metadata"] = new JsonObject { ["duration_millis"] = 10_000, ["dominant_asset_language"] = "EN" },
        ["audio"] = new JsonObject
        {
            ["summary"] = Summary,
            ["transcript"] = new JsonObject
            {
                ["representation"] = new JsonObject { ["text"] = $"Hello from {CallId}." },
            },
        },
    }.ToJsonString();

    public string CustomResult => new JsonObject
    {
        ["inference_result"] = new JsonObject
        {
            ["call_summary"] = Summary,
            ["call_categories"] = new JsonArray("Soak"),
        },
    }.ToJsonString();

    public override string ToString() => Fault == PlannedFault.None ? CallId : $"{CallId} with {Fault.Name}";
}
