using CallRecording.Local.Resources;
using CallRecording.Operations;
using CallRecording.Operations.DeadLetters;
using CallRecording.Operations.Erasing;
using CallRecording.Operations.Reconciling;
using CallRecording.Operations.Targets;

namespace CallRecording.Tests.Operations;

/// <summary>The commands as they work on AWS: versions in S3, names from a settings file, and letters behind
/// them.</summary>
public sealed class WhenTheStackKeepsVersions(MotoServer moto) : IClassFixture<MotoServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Erasing_takes_every_version_and_what_was_deleted_before_and_no_other_calls_objects()
    {
        using var target = await VersionedStack.CreateAsync(moto, "erase");
        var bucket = (await ResultsReader.FindAsync(target, Stop)).Name;
        foreach (var callId in (string[])["call", "call-2"])
        {
            await VersionedStack.ProcessedAsync(target, bucket, callId);
        }

        await target.S3.DeleteObjectAsync(bucket, "call/run/0.json", Stop);
        await using var output = new StringWriter();
        var receipt = await new EraseRun(target, TimeProvider.System, output)
            .RunAsync("call", withAudio: true, Confirmations.Yes, Stop);

        Assert.Equal(5, receipt!["results"]!.AsArray().Count);
        Assert.Equal(2, receipt["audio"]!.AsArray().Count);
        string[] versions = [.. receipt["results"]!.AsArray().Concat(receipt["audio"]!.AsArray())
            .Select(one => (string)one!["versionId"]!)];
        Assert.Equal(7, versions.Distinct().Count());
        Assert.All(versions, version => Assert.Contains(version, output.ToString(), StringComparison.Ordinal));
        Assert.Empty(await target.VersionsAsync(bucket, "call/"));
        Assert.Empty(await target.VersionsAsync(target.Names.Recordings, "call.wav"));
        Assert.Equal(4, (await target.VersionsAsync(bucket, "call-2/")).Count);
        Assert.Equal(2, (await target.VersionsAsync(target.Names.Recordings, "call-2.wav")).Count);
        Assert.Equal(["call-2"], (await target.ItemsAsync()).Select(item => item["call_id"].S));
    }

    [Fact]
    public async Task Dead_letters_go_back_and_the_others_are_seen_again()
    {
        using var target = await VersionedStack.CreateAsync(moto, "requeue");
        var dead = (await target.Sqs.CreateQueueAsync(ResourceNames.DeadLetterQueue, Stop)).QueueUrl;
        var queue = (await target.Sqs.CreateQueueAsync(ResourceNames.Queue, Stop)).QueueUrl;
        const string Good = """{"callId":"c","audioS3Uri":"s3://bucket/c.wav","timestamp":"2026-01-02T03:04:05Z"}""";
        await target.Sqs.SendMessageAsync(dead, Good, Stop);
        await target.Sqs.SendMessageAsync(dead, "no call", Stop);

        await using var output = new StringWriter();
        await RequeueCommand.RunAsync(target, Confirmations.Yes, output, Stop);

        Assert.Contains("moved 1, left 1", output.ToString(), StringComparison.Ordinal);
        var moved = await target.Sqs.ReceiveMessageAsync(queue, Stop);
        Assert.Equal(Good, Assert.Single(moved.Messages).Body);
        Assert.Equal("no call", Assert.Single(await new DeadLetterClient(target).HoldAsync(Stop)).Message.Body);
    }

    [Fact]
    public async Task What_does_not_fit_together_is_found()
    {
        using var target = await VersionedStack.CreateAsync(moto, "reconcile");
        await VersionedStack.BeginAsync(target, "forgotten");

        await using var output = new StringWriter();
        Assert.Equal(1, await new ReconcileRun(target, TimeProvider.System, output).RunAsync(Confirmations.Yes, Stop));

        Assert.Contains("settled 1, started 0, changed meanwhile 0", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("ExecutionDoesNotExist", Assert.Single(await target.ItemsAsync())["error"].S);
    }

    [Fact]
    public async Task Two_buckets_of_that_name_are_one_too_many()
    {
        using var target = await VersionedStack.CreateAsync(moto, "two");
        await target.S3.PutBucketAsync(target.Names.Results + "1f2e3d4", Stop);

        var problem = await Assert.ThrowsAsync<CommandException>(() => ResultsReader.FindAsync(target, Stop));

        Assert.StartsWith(
            "2 buckets are called two-dev-output-…, expected one: ", problem.Message, StringComparison.Ordinal);
    }
}
