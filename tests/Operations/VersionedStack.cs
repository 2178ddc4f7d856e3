using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Local.Resources;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Recordings;
using CallRecording.Workflow;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Operations;

/// <summary>A stack as a settings file says it, with the tables that infra declares and buckets that keep
/// versions.</summary>
internal static class VersionedStack
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<StackTarget> CreateAsync(MotoServer moto, string project)
    {
        var file = new StackFile("dev", new Dictionary<string, string>
        {
            ["region"] = ResourceNames.Region,
            ["accountId"] = MotoServer.Account,
            ["project"] = project,
            ["recordingsBucket"] = $"{project}-recordings",
        });
        var target = moto.Target(file.Names);
        await moto.CreateStateMachineAsync(ResourceNames.StateMachine);
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
    public static async Task ProcessedAsync(StackTarget target, string bucket, string callId)
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

    /// <param name="audio">Null: a recording of its own.</param>
    public static Task BeginAsync(
        StackTarget target, string callId, string? audio = null, string timestamp = "2026-01-02T03:04:05Z") =>
        new CallItems(target.DynamoDb, target.Table, TimeProvider.System).BeginAsync(
            new Call
            {
                CallId = callId,
                AudioS3Uri = audio ?? new S3Uri(target.Names.Recordings, $"{callId}.wav").ToString(),
                Timestamp = timestamp,
            },
            new ExecutionReference(
                $"arn:aws:states:us-east-1:123456789012:execution:{ResourceNames.StateMachine}:gone",
                "2026-01-02T03:04:05.000Z"),
            new RecordingFacts(1, "etag"),
            "s3://bucket/key",
            Stop);

    public static async Task<IReadOnlyList<S3ObjectVersion>> VersionsAsync(
        this StackTarget target, string bucket, string prefix)
    {
        var request = new ListVersionsRequest { BucketName = bucket, Prefix = prefix };
        return (await target.S3.ListVersionsAsync(request, Stop)).Versions ?? [];
    }

    /// <summary>Those of calls.</summary>
    public static async Task<IReadOnlyList<Dictionary<string, AttributeValue>>> ItemsAsync(this StackTarget target) =>
        [.. (await target.DynamoDb.ScanAsync(new ScanRequest { TableName = target.Table }, Stop)).Items
            .Where(item => item.ContainsKey(CallAttributes.CallId))];
}
