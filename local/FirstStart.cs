using CallRecording.Local.Commands;
using CallRecording.Local.Data;
using CallRecording.Local.Samples;
using CallRecording.Operations.Targets;

namespace CallRecording.Local;

/// <summary>What a first start on a data directory does beyond every other: the shipped calls are processed.</summary>
internal static class FirstStart
{
    public static async Task SubmitSamplesAsync(
        LocalOptions options,
        DataDirectory data,
        LocalAddresses addresses,
        LocalEvents events,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!options.SubmitSamples || data.HasSamples)
        {
            return;
        }

        using var running = RunningSystem.At(addresses);
        foreach (var sample in SampleCalls.Load(Path.Combine(options.RootDirectory, "local", "Samples")))
        {
            await foreach (var call in Submission.Of(sample).SendAsync(running, time, cancellationToken))
            {
                events.Line("sample", call.CallId, "published");
            }
        }

        data.MarkSamples();
    }
}
