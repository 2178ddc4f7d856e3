using System.Text.Json.Nodes;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Workflow.Identity;

namespace CallRecording.Operations.Erasing;

/// <summary>What went, object by object, and what could not be taken.</summary>
internal static class EraseReceipt
{
    private static readonly string[] Left =
    [
        "the execution's input and history in Step Functions, until 90 days after its end: "
            + "call id, address of the recording, metadata",
        "the logs of the functions, as long as they are kept: call id",
        "messages in the queues, for 14 days at most: call id, address of the recording, metadata",
        "backups: the tables' point-in-time recovery, for 35 days",
    ];

    /// <param name="words">How many of it were searchable.</param>
    public static JsonObject Of(CallTraces erased, string stack, int words, bool withAudio, DateTimeOffset time) =>
        new()
        {
            ["callId"] = erased.CallId,
            ["hash"] = CallHash.Of(erased.CallId),
            ["stack"] = stack,
            ["erasedAt"] = ItemTime.Of(time),
            ["items"] = Array(erased.Items.Select(item => (JsonNode?)item.Key.EpochSeconds)),
            ["words"] = words,
            ["results"] = Array(erased.Results.Select(one => one.ToJson())),
            ["audio"] = Array(erased.Audio.Select(one => one.ToJson())),
            ["kept"] = Array(erased.Kept.Select(one => one.ToJson())),
            ["left"] = Array((withAudio ? Left : ["the recordings: they were to be kept", .. Left])
                .Select(text => (JsonNode?)text)),
        };

    private static JsonArray Array(IEnumerable<JsonNode?> nodes) => new([.. nodes]);
}
