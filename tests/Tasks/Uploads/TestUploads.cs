using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using Amazon.SQS;
using CallRecording.Local.Resources;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Uploads;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.DynamoDb;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Tasks.Uploads;

/// <summary>The function that takes uploads, before the emulators' S3 and a topic with a queue of the test's
/// own.</summary>
internal sealed class TestUploads : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];
    private static readonly HttpClient Http = new();

    private readonly AmazonSimpleNotificationServiceClient sns;
    private readonly string queueUrl;
    private readonly UploadsHandler uploads;
    private int tokens;

    private TestUploads(
        IAmazonS3 s3,
        IAmazonSQS sqs,
        AmazonSimpleNotificationServiceClient sns,
        TestTable table,
        string queueUrl,
        string topicArn)
    {
        (S3, Sqs, this.sns, Table, this.queueUrl) = (s3, sqs, sns, table, queueUrl);
        uploads = UploadsHandler.Create(
            s3,
            ResourceNames.RecordingsBucket,
            address: null,
            table.DynamoDb,
            table.Name,
            sns,
            topicArn,
            Key,
            AllowedOrigins.Parse("*"),
            Time,
            () => $"token-{Interlocked.Increment(ref tokens)}");
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 9, 10, TimeSpan.Zero));

    public IAmazonS3 S3 { get; }

    public IAmazonSQS Sqs { get; }

    /// <summary>What is known of calls.</summary>
    public TestTable Table { get; }

    public TestInvocation Invocation { get; } = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <param name="s3">Null: the emulators'.</param>
    public static async Task<TestUploads> CreateAsync(RunningEmulators emulators, IAmazonS3? s3 = null)
    {
        var name = "uploads-" + Path.GetRandomFileName().Replace('.', '-');
        var sqs = emulators.Endpoints.CreateSqs();
        var queueUrl = (await sqs.CreateQueueAsync(name, Cancelled)).QueueUrl;
        var queueArn = (await sqs.GetQueueAttributesAsync(queueUrl, ["QueueArn"], Cancelled)).QueueARN;
        using var topics = new CallRecording.Local.Resources.TopicClient(emulators.Endpoints.Aws);
        var topicArn = await topics.CreateTopicAsync(name, Cancelled);
        await topics.SubscribeQueueAsync(topicArn, queueArn, Cancelled);
        var sns = new AmazonSimpleNotificationServiceClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonSimpleNotificationServiceConfig
            {
                ServiceURL = emulators.Endpoints.Aws.OriginalString,
                AuthenticationRegion = ResourceNames.Region,
            });
        var table = await TestTable.CreateAsync(emulators);
        return new TestUploads(s3 ?? emulators.Endpoints.CreateS3(), sqs, sns, table, queueUrl, topicArn);
    }

    public Task<ApiResponse> AnnounceAsync(JsonObject body) =>
        PostAsync(UploadsHandler.Collection, body.ToJsonString());

    public Task<ApiResponse> CompleteAsync(string? upload) =>
        PostAsync(UploadsHandler.Completion, new JsonObject { ["upload"] = upload }.ToJsonString());

    public Task<ApiResponse> PostAsync(string resource, string? body) =>
        AskAsync(new UploadsRequest { HttpMethod = "POST", Resource = resource, Body = body, Headers = Json });

    public static readonly Dictionary<string, string> Json = new() { ["content-type"] = "application/json" };

    public Task<ApiResponse> AskAsync(UploadsRequest request) => uploads.HandleAsync(request, Invocation);

    /// <summary>A file of zeros, put to the address that an announcement gave.</summary>
    public static async Task PutAsync(JsonObject announced, int sizeBytes)
    {
        var (statusCode, body) = await TryPutAsync(announced, sizeBytes);
        Assert.True((int)statusCode < 300, body);
    }

    public static async Task<(HttpStatusCode StatusCode, string Body)> TryPutAsync(JsonObject announced, int sizeBytes)
    {
        using var content = new ByteArrayContent(new byte[sizeBytes]);
        using var request = new HttpRequestMessage(HttpMethod.Put, (string)announced["url"]!) { Content = content };
        foreach (var (name, value) in announced["headers"]!.AsObject())
        {
            if (!request.Headers.TryAddWithoutValidation(name, (string?)value))
            {
                content.Headers.Add(name, (string?)value);
            }
        }

        using var answer = await Http.SendAsync(request, Cancelled);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancelled));
    }

    /// <summary>What was published so far, in any order.</summary>
    public async Task<IReadOnlyList<string>> PublishedAsync()
    {
        var answer = await Sqs.ReceiveMessageAsync(
            new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = queueUrl, MaxNumberOfMessages = 10 }, Cancelled);
        return [.. (answer.Messages ?? []).Select(message => message.Body)];
    }

    public static JsonObject Body(ApiResponse answer, int statusCode)
    {
        Assert.True(answer.StatusCode == statusCode, $"{answer.StatusCode}: {answer.Body}");
        return JsonNode.Parse(answer.Body)!.AsObject(); // A body is never the JSON null.
    }

    public void Dispose()
    {
        S3.Dispose();
        Sqs.Dispose();
        sns.Dispose();
        Table.Dispose();
    }

    public static void AssertProblem(int statusCode, string message, ApiResponse answer) =>
        Assert.Equal(message, (string?)Body(answer, statusCode)["message"]);
}
