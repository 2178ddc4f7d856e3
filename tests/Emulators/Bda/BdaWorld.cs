using System.Text;
using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Emulators.Bda;
using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Bda.Recorded;
using CallRecording.Local.Resources;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Emulators.Bda;

/// <summary>One BDA emulator behind HTTP, with a bucket, a database file and a clock of its own.</summary>
internal sealed class BdaWorld : IAsyncDisposable
{
    public const string AudioKey = "2026/03/call-1.wav";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder;
    private readonly JobWatch watch = new();
    private BdaServer? server;

    private BdaWorld(AmazonS3Client s3, string bucket)
    {
        S3 = s3;
        Bucket = bucket;
        folder = Directory.CreateTempSubdirectory("bda-");
        Options = new BdaOptions(Path.Combine(folder.FullName, "bda.db"))
        {
            JobChanged = watch.Note,
            ProfileArn = ResourceNames.ProfileArn,
            ProjectArn = ResourceNames.ProjectArn,
        };
    }

    public AmazonS3Client S3 { get; }

    public string Bucket { get; }

    public string AudioUri => $"s3://{Bucket}/{AudioKey}";

    public string Output => $"s3://{Bucket}/output";

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    public BdaOptions Options { get; private set; }

    private BdaServer Server => server ?? throw new InvalidOperationException("The emulator is stopped.");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>An emulator with one audio of 100 seconds and the results that are recorded for it.</summary>
    public static async Task<BdaWorld> OpenAsync(S3Endpoint endpoint, Func<BdaOptions, BdaOptions>? change = null)
    {
        var s3 = await endpoint.ConnectAsync();
        var bucket = "bda-" + Path.GetRandomFileName().Replace('.', '-');
        await s3.PutBucketAsync(bucket, Cancelled);
        var world = new BdaWorld(s3, bucket);
        world.Options = change?.Invoke(world.Options) ?? world.Options;
        await world.PutAsync(AudioKey, TestAudio.Wav(seconds: 1));
        await world.RecordAsync(AudioKey, TestAudio.Standard(seconds: 100), TestAudio.Custom);
        await world.StartAsync();
        return world;
    }

    /// <param name="s3">Another S3 than the one that works.</param>
    public async Task StartAsync(IAmazonS3? s3 = null) =>
        server = await BdaServer.StartAsync(Options, s3 ?? S3, Time);

    public async Task StopAsync()
    {
        await Server.DisposeAsync();
        server = null;
    }

    /// <summary>What a kill leaves behind: the files as they are this moment, and nothing tidied up.</summary>
    public async Task KillAndStartAgainAsync()
    {
        var left = Path.Combine(folder.FullName, "left.db");
        foreach (var suffix in (string[])[string.Empty, "-wal"])
        {
            File.Copy(Options.DatabasePath + suffix, left + suffix);
        }

        await StopAsync();
        watch.Forget();
        Options = Options with { DatabasePath = left };
        await StartAsync();
    }

    public JsonObject Request(string? token = "token-1", string key = AudioKey, string? output = null) => new()
    {
        ["clientToken"] = token,
        ["inputConfiguration"] = new JsonObject { ["s3Uri"] = $"s3://{Bucket}/{key}" },
        ["outputConfiguration"] = new JsonObject { ["s3Uri"] = output ?? Output },
        ["dataAutomationConfiguration"] = new JsonObject
        {
            ["dataAutomationProjectArn"] = ResourceNames.ProjectArn,
            ["stage"] = "LIVE",
        },
        ["dataAutomationProfileArn"] = ResourceNames.ProfileArn,
    };

    public async Task<string> SubmitAsync(JsonObject? request = null)
    {
        var answer = await CallAsync("InvokeDataAutomationAsync", request ?? Request());
        return (string?)answer["invocationArn"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    public Task<JsonObject> StatusAsync(string arn) =>
        CallAsync("GetDataAutomationStatus", new JsonObject { ["invocationArn"] = arn });

    public Task<JsonObject> CallAsync(string operation, JsonObject request) => Server.CallAsync(operation, request);

    public Task<JsonObject> MendAsync(string? uri = null) => Server.MendAsync(uri ?? AudioUri);

    public Task<JsonObject> JobsAsync() => Server.JobsAsync(AudioUri);

    /// <summary>Waits for the job to be started, skips its time, and waits for what becomes of it.</summary>
    public async Task<JsonObject> FinishAsync(string arn, double seconds = 64)
    {
        await UntilAsync(arn, job => job.Status == BdaStatus.InProgress);
        Time.Advance(TimeSpan.FromSeconds(seconds));
        await UntilAsync(arn, job => job.CompletedAt is not null);
        return await StatusAsync(arn);
    }

    public async Task UntilAsync(string arn, Func<BdaJob, bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(Patience);
        await watch.UntilAsync(job => job.Arn == arn && condition(job), limit.Token);
    }

    public async Task RecordAsync(string key, byte[]? standard, byte[]? custom)
    {
        var audio = new ObjectLocation(Bucket, key);
        await RecordAsync(Sidecars.Standard(audio), standard);
        await RecordAsync(Sidecars.Custom(audio), custom);
    }

    public Task OrderAsync(string fault) =>
        PutAsync(Sidecars.Fault(new ObjectLocation(Bucket, AudioKey)).Key, Encoding.UTF8.GetBytes(fault));

    public async Task PutAsync(string key, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        await S3.PutObjectAsync(
            new PutObjectRequest { BucketName = Bucket, Key = key, InputStream = content }, Cancelled);
    }

    public async Task<byte[]?> ReadAsync(string key) =>
        (await S3.FindAsync(new ObjectLocation(Bucket, key), Cancelled))?.Bytes;

    public async Task<string[]> KeysAsync(string prefix = "output")
    {
        var request = new ListObjectsV2Request { BucketName = Bucket, Prefix = prefix };
        var listed = await S3.ListObjectsV2Async(request, Cancelled);
        return [.. (listed.S3Objects ?? []).Select(found => found.Key).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        S3.Dispose();
        folder.Delete(recursive: true);
    }

    private Task RecordAsync(ObjectLocation location, byte[]? bytes) =>
        bytes is null ? S3.DeleteObjectAsync(Bucket, location.Key, Cancelled) : PutAsync(location.Key, bytes);
}
