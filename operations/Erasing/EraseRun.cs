using System.Text.Json.Nodes;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.Erasing;

/// <summary>Says what it will erase, address by address, asks, erases, looks again and writes a receipt. Run again it
/// finds nothing, and says so.</summary>
internal sealed class EraseRun(StackTarget target, TimeProvider time, TextWriter output)
{
    /// <returns>The receipt; null where nothing was erased.</returns>
    public async Task<JsonObject?> RunAsync(
        string callId, bool withAudio, Confirmation confirmation, CancellationToken cancellationToken)
    {
        var bucket = await ResultsReader.FindAsync(target, cancellationToken);
        var eraser = new Eraser(target, bucket, withAudio);
        var traces = await eraser.FindAsync(callId, cancellationToken);
        await TellAsync(traces);
        if (traces.IsEmpty || !confirmation.Obtain("Erase all of it, for good?", "nothing was erased"))
        {
            return null;
        }

        var words = await eraser.EraseAsync(traces, cancellationToken);
        var after = await eraser.LookAgainAsync(traces, cancellationToken);
        return after.IsEmpty
            ? EraseReceipt.Of(traces, target.Name, words, withAudio, time.GetUtcNow())
            : throw new CommandException(
                $"of call {callId} there are {after.Items.Count} items, {after.Results.Count} objects of results "
                + $"and {after.Audio.Count} of audio again: they are still being written. Run it once more.");
    }

    private async Task TellAsync(CallTraces traces)
    {
        await output.WriteLineAsync(
            $"call {traces.CallId} of {target.Name}: {traces.Items.Count} items with their words, "
            + $"{traces.Results.Count} objects of results, {traces.Audio.Count} objects of audio");
        foreach (var one in traces.Results.Concat(traces.Audio))
        {
            await output.WriteLineAsync($"  {one}");
        }

        foreach (var one in traces.Kept)
        {
            await output.WriteLineAsync($"  {one}");
        }
    }
}
