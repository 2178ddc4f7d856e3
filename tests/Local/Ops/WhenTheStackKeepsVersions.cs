using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Local;
using CallRecording.Local.Emulators.Resources;
using CallRecording.Local.Ops;
using CallRecording.Local.Ops.DeadLetters;
using CallRecording.Local.Ops.Erasing;
using CallRecording.Local.Ops.Reconciling;
using CallRecording.Tasks.Aws;
using CallRecording.Workflow;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Local.Ops;

/// <summary>The commands as they work on AWS: versions in S3, names from a settings file, and letters behind
/// them.</summary>
public sealed class WhenTheStackKeepsVersions(MotoServer moto) : IClassFixture<MotoServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Erasing_takes_every_version_and_what_was_deleted_before_and_nobody_elses()
    {
        using var target = await StackAsync("erase");
        var bucket = (await ResultsBucket.FindAsync(target, Stop)).Name;
        foreach (var callId in (string[])["call", "call-2"])
        {
            await ProcessedAsync(target, bucket, callId);
        }

        await target.S3.DeleteObjectAsync(bucket, "call/run/0.json", Stop);
        await using var output = new StringWriter();
        var receipt = await new EraseRun(target, TimeProvider.System, output)
            .RunAsync("call", withAudio: true, Consents.Yes, Stop);

        Assert.Equal(5, receipt!["results"]!.AsArray().Count);
        Assert.Equal(2, receipt["audio"]!.AsArray().Count);
        Assert.Empty(await VersionsAsync(target, bucket, "call/"));
        Assert.Empty(await VersionsAsync(target, target.Names.Recordings, "call.wav"));
        Assert.Equal(4, (await VersionsAsync(target, bucket, "call-2/")).Count);
        Assert.Equal(2, (await VersionsAsync(target, target.Names.Recordings, "call-2.wav")).Count);
        Assert.Equal(["call-2"], (await ItemsAsync(target)).Select(item => item["call_id"].S));
    }

    [Fact]
    public async Task Dead_letters_go_back_and_the_others_are_seen_again()
    {
        using var target = await StackAsync("requeue");
        var dead = (await target.Sqs.CreateQueueAsync(ResourceNames.DeadLetterQueue, Stop)).QueueUrl;
        var queue = (await target.Sqs.CreateQueueAsync(ResourceNames.Queue, Stop)).QueueUrl;
        const string Good = """{"callId":"c","audioS3Uri":"s3://bucket/c.wav","timestamp":"2026-01-02T03:04:05Z"}""";
        await target.Sqs.SendMessageAsync(dead, Good, Stop);
        await target.Sqs.SendMessageAsync(dead, "no call", Stop);

        await using var output = new StringWriter();
        await RequeueCommand.RunAsync(target, Consents.Yes, output, Stop);

        Assert.Contains("moved 1, left 1", output.ToString(), StringComparison.Ordinal);
        var moved = await target.Sqs.ReceiveMessageAsync(queue, Stop);
        Assert.Equal(Good, Assert.Single(moved.Messages).Body);
        Assert.Equal("no call", Assert.Single(await new DeadLetterQueue(target).HoldAsync(Stop)).Message.Body);
    }

    [Fact]
    public async Task What_does_not_fit_together_is_found()
    {
        using var target = await StackAsync("reconcile");
        await BeginAsync(target, "forgotten");

        await using var output = new StringWriter();
        Assert.Equal(1, await new ReconcileRun(target, TimeProvider.System, output).RunAsync(Consents.Yes, Stop));

        Assert.Contains("settled 1, started 0, changed meanwhile 0", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("ExecutionDoesNotExist", Assert.Single(await ItemsAsync(target))["error"].S);
    }

    [Fact]
    public async Task Two_buckets_of_that_name_are_one_too_many()
    {
        using var target = await StackAsync("two");
        await target.S3.PutBucketAsync(target.Names.Results + "1f2e3d4", Stop);

        var problem = await Assert.ThrowsAsync<LocalException>(() => ResultsBucket.FindAsync(target, Stop));

        Assert.StartsWith(
            "2 buckets are called two-dev-output-…, expected one: ", problem.Message, StringComparison.Ordinal);
    }

    // As a settings file says it, with the tables that infra declares.
    private async Task<OpsTarget> StackAsync(string project)
    {
        var file = new StackFile("dev", new Dictionary<string, string>
        {
            ["region"] = ResourceNames.Region,
            ["accountId"] = ResourceNames.Account,
            ["project"] = project,
            ["recordingsBucket"] = $"{project}-recordings",
        });
        var target = moto.Target(file.Names);
        await CallTable.EnsureAsync(target.DynamoDb, target.Table, Stop);
        await WordTable.EnsureAsync(target.DynamoDb, target.Names.Words, Stop);
        foreach (var bucket in (string[])[target.Names.Recordings, target.Names.Results + "0a1b2c3"])
        {
            await target.S3.PutBucketAsync(bucket, Stop);
            await target.S3.PutBucketVersioningAsync(
                new PutBucketVersioningRequest
                {
                    BucketName = bucket,
                    VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
                },
                Stop);
        }

        return target;
    }

    // Two objects of results and one of audio, each in two versions.
    private static async Task ProcessedAsync(OpsTarget target, string bucket, string callId)
    {
        await BeginAsync(target, callId);
        foreach (var (where, key) in ((string, string)[])
            [
                (bucket, $"{callId}/results.json"), (bucket, $"{callId}/run/0.json"),
                (target.Names.Recordings, $"{callId}.wav"),
            ])
        {
            foreach (var body in (string[])["one", "two"])
            {
                await target.S3.PutObjectAsync(
                    new PutObjectRequest { BucketName = where, Key = key, ContentBody = body }, Stop);
            }
        }
    }

    private static Task BeginAsync(OpsTarget target, string callId) =>
        new CallItems(target.DynamoDb, target.Table, TimeProvider.System).BeginAsync(
            new Call
            {
                CallId = callId,
                AudioS3Uri = new S3Uri(target.Names.Recordings, $"{callId}.wav").ToString(),
                Timestamp = "2026-01-02T03:04:05Z",
            },
            new Execution(
                $"arn:aws:states:us-east-1:123456789012:execution:{ResourceNames.StateMachine}:gone",
                "2026-01-02T03:04:05.000Z"),
            new RecordingFacts(1, "etag"),
            "s3://bucket/key",
            Stop);

    private static async Task<IReadOnlyList<S3ObjectVersion>> VersionsAsync(
        OpsTarget target, string bucket, string prefix)
    {
        var request = new ListVersionsRequest { BucketName = bucket, Prefix = prefix };
        return (await target.S3.ListVersionsAsync(request, Stop)).Versions ?? [];
    }

    // Those of calls: what remembers erased executions is none.
    private static async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ItemsAsync(OpsTarget target) =>
        [.. (await target.DynamoDb.ScanAsync(new ScanRequest { TableName = target.Table }, Stop)).Items
            .Where(item => item.ContainsKey(CallAttributes.CallId))];
}
