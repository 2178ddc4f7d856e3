using System.Text.Json.Nodes;
using CallRecording.Operations.Erasing;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Tasks.Calls;

namespace CallRecording.Tests.Operations;

/// <summary>A publisher names whatever address it likes, and an operator erases that call in good faith: what is
/// another call's stays, and is said.</summary>
public sealed class WhenAnErasedCallNamesAnothersObject(MotoServer moto) : IClassFixture<MotoServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recording_that_another_call_names_is_kept()
    {
        using var target = await VersionedStack.CreateAsync(moto, "shared");
        var bucket = (await ResultsReader.FindAsync(target, Stop)).Name;
        await VersionedStack.ProcessedAsync(target, bucket, "victim");
        var recording = $"s3://{target.Names.Recordings}/victim.wav";
        await VersionedStack.BeginAsync(target, "evil", recording);

        var (said, receipt) = await EraseAsync(target, "evil");

        Assert.Equal(2, (await target.VersionsAsync(target.Names.Recordings, "victim.wav")).Count);
        Assert.Contains($"kept {recording}: another call's item names it", said, StringComparison.Ordinal);
        Assert.Empty(receipt["audio"]!.AsArray());
        Assert.Equal(recording, (string?)Assert.Single(receipt["kept"]!.AsArray())!["s3Uri"]);
        Assert.Equal(["victim"], (await target.ItemsAsync()).Select(item => item["call_id"].S));
    }

    [Fact]
    public async Task What_is_no_recording_of_the_stack_is_kept()
    {
        using var target = await VersionedStack.CreateAsync(moto, "outside");
        var bucket = (await ResultsReader.FindAsync(target, Stop)).Name;
        await VersionedStack.ProcessedAsync(target, bucket, "victim");
        await VersionedStack.BeginAsync(target, "evil", $"s3://{bucket}/victim/results.json");
        var narrow = target with { Names = target.Names with { RecordingsPrefix = "calls/" } };
        await VersionedStack.BeginAsync(narrow, "evil-2", $"s3://{target.Names.Recordings}/victim.wav");

        var (said, _) = await EraseAsync(target, "evil");
        var (saidOfNarrow, _) = await EraseAsync(narrow, "evil-2");

        Assert.Equal(4, (await target.VersionsAsync(bucket, "victim/")).Count);
        Assert.Equal(2, (await target.VersionsAsync(target.Names.Recordings, "victim.wav")).Count);
        foreach (var text in (string[])[said, saidOfNarrow])
        {
            Assert.Contains(": it lies outside the stack's recordings", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_call_id_with_the_same_MD5_keeps_all_that_it_has()
    {
        using var target = await VersionedStack.CreateAsync(moto, "md5");
        var bucket = (await ResultsReader.FindAsync(target, Stop)).Name;
        await VersionedStack.ProcessedAsync(target, bucket, CollidingIds.Other);
        await VersionedStack.BeginAsync(target, CollidingIds.One, timestamp: "2026-01-02T03:04:06Z");

        var (_, receipt) = await EraseAsync(target, CollidingIds.One);

        Assert.Equal(1767323046, (long?)Assert.Single(receipt["items"]!.AsArray()));
        Assert.Equal([CollidingIds.Other], (await target.ItemsAsync()).Select(item => item["call_id"].S));
        Assert.Equal(4, (await target.VersionsAsync(bucket, $"{CollidingIds.Other}/")).Count);
        Assert.Equal(2, (await target.VersionsAsync(target.Names.Recordings, $"{CollidingIds.Other}.wav")).Count);
    }

    private static async Task<(string Said, JsonObject Receipt)> EraseAsync(StackTarget target, string callId)
    {
        await using var output = new StringWriter();
        var receipt = await new EraseRun(target, TimeProvider.System, output)
            .RunAsync(callId, withAudio: true, Confirmations.Yes, Stop);
        Assert.NotNull(receipt);
        return (output.ToString(), receipt);
    }
}
