using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Node;
using CallRecording.Local.Resources;
using CallRecording.Operations;
using CallRecording.Operations.Targets;
using CallRecording.Workflow;

namespace CallRecording.Local.Commands;

/// <summary>A <c>./run</c> on this machine, as its commands talk to it: over the same addresses as any AWS
/// client.</summary>
internal sealed class RunningSystem : IDisposable
{
    // fauxqs takes bodies up to 11 MiB; parts have at least 5.
    private const long MaxSinglePutBytes = 8 * 1024 * 1024;
    private const long PartBytes = 8 * 1024 * 1024;

    private readonly LocalAddresses addresses;
    private readonly IAmazonS3 s3;
    private readonly TopicClient topics;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private RunningSystem(LocalAddresses addresses)
    {
        this.addresses = addresses;
        s3 = new EmulatorEndpoints(addresses.Messaging, addresses.DynamoDb).CreateS3();
        topics = new TopicClient(addresses.Messaging);
    }

    public static RunningSystem At(int basePort) => new(LocalAddresses.At(basePort));

    public static RunningSystem At(LocalAddresses addresses) => new(addresses);

    public void Dispose()
    {
        s3.Dispose();
        topics.Dispose();
        http.Dispose();
    }

    /// <exception cref="CommandException">Nothing answers there.</exception>
    public Task EnsureAsync(CancellationToken cancellationToken) =>
        LocalSystemCheck.EnsureAsync(addresses, cancellationToken);

    /// <summary>In parts where the file is large, as every S3 client does.</summary>
    public async Task UploadAsync(ObjectLocation target, FileInfo file, CancellationToken cancellationToken)
    {
        using var transfer = new TransferUtility(
            s3, new TransferUtilityConfig { MinSizeBeforePartUpload = MaxSinglePutBytes });
        var request = new TransferUtilityUploadRequest
        {
            BucketName = target.Bucket,
            Key = target.Key,
            FilePath = file.FullName,
            PartSize = PartBytes,
        };
        await transfer.UploadAsync(request, cancellationToken);
    }

    public async Task UploadAsync(ObjectLocation target, string text, CancellationToken cancellationToken) =>
        await s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = target.Bucket,
                Key = target.Key,
                ContentBody = text,
                ContentType = "text/plain",
            },
            cancellationToken);

    public Task PublishAsync(string message, CancellationToken cancellationToken) =>
        topics.PublishAsync(ResourceNames.TopicArn, message, cancellationToken);

    /// <summary>The audio of every recording of that call id.</summary>
    public async Task<IReadOnlyList<S3Uri>> FindAudioAsync(string callId, CancellationToken cancellationToken) =>
        [.. (await FindAsync(callId, cancellationToken))
            .Select(item => (string?)item["s3_input_uri"])
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(S3Uri.Parse)];

    /// <summary>The executions to redrive, as one line.</summary>
    public async Task<string> RedriveHintAsync(string callId, CancellationToken cancellationToken) => string.Join(
        ' ',
        (await FindAsync(callId, cancellationToken)).Select(item => (string?)item["execution_arn"]).OfType<string>());

    public async Task MendAsync(S3Uri audio, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri(addresses.Bda, "/emulator/mend"),
            new JsonObject { ["s3Uri"] = audio.ToString() },
            cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            var reason = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new CommandException($"{audio} was not mended: {reason}");
        }
    }

    private async Task<IReadOnlyList<JsonObject>> FindAsync(string callId, CancellationToken cancellationToken)
    {
        await EnsureAsync(cancellationToken);
        var uri = new Uri(addresses.Web, $"/analytics?callId={Uri.EscapeDataString(callId)}");
        using var answer = await http.GetAsync(uri, cancellationToken);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
        return answer.IsSuccessStatusCode && body?["items"] is JsonArray items
            ? [.. items.OfType<JsonObject>()]
            : throw new CommandException($"no call {callId}: {(string?)body?["message"] ?? answer.ReasonPhrase}");
    }
}
