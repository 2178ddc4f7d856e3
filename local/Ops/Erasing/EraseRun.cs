using System.Text.Json.Nodes;
using CallRecording.Tasks.Aws;

namespace CallRecording.Local.Ops.Erasing;

/// <summary>Says what it will erase, asks, erases, looks again and writes a receipt. Run again it finds nothing, and
/// says so.</summary>
internal sealed class EraseRun(OpsTarget target, TimeProvider time, TextWriter output)
{
    private static readonly string[] Left =
    [
        "the execution's input and history in Step Functions, until 90 days after its end: "
            + "call id, address of the recording, metadata",
        "the logs of the functions, as long as they are kept: call id",
        "messages in the queues, for 14 days at most: call id, address of the recording, metadata",
        "backups: the tables' point-in-time recovery, for 35 days",
    ];

    /// <returns>The receipt; null where nothing was erased.</returns>
    public async Task<JsonObject?> RunAsync(
        string callId, bool withAudio, Consent consent, CancellationToken cancellationToken)
    {
        var bucket = await ResultsBucket.FindAsync(target, cancellationToken);
        var eraser = new Eraser(target, bucket, withAudio);
        var traces = await eraser.FindAsync(callId, cancellationToken);
        await output.WriteLineAsync(
            $"call {callId} of {target.Name}: {traces.Recordings.Count} items with their words, "
            + $"{traces.Results.Count} objects of results, {traces.Audio.Count} objects of audio");
        if (traces.IsEmpty || !consent.Obtain("Erase all of it, for good?", "nothing was erased"))
        {
            return null;
        }

        var words = await eraser.EraseAsync(traces, cancellationToken);
        var after = await eraser.FindAsync(callId, cancellationToken);
        return after.IsEmpty
            ? Receipt(traces, bucket, words, withAudio)
            : throw new LocalException(
                $"of call {callId} there are {after.Recordings.Count} items, {after.Results.Count} objects of results "
                + $"and {after.Audio.Count} of audio again: somebody writes them. Run it once more.");
    }

    private JsonObject Receipt(CallTraces traces, ResultsBucket bucket, int words, bool withAudio) => new()
    {
        ["callId"] = traces.CallId,
        ["hash"] = traces.Hash,
        ["stack"] = target.Name,
        ["erasedAt"] = ItemTime.Of(time.GetUtcNow()),
        ["items"] = new JsonArray([.. traces.Recordings.Select(key => (JsonNode?)key.EpochSeconds)]),
        ["words"] = words,
        ["results"] = Texts(traces.Results.Select(one => $"s3://{bucket.Name}/{one.Key}")),
        ["audio"] = Texts(traces.Audio.Select(one => $"s3://{one.Bucket}/{one.Object.Key}")),
        ["left"] = Texts(withAudio ? Left : ["the recordings: they were to be kept", .. Left]),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
