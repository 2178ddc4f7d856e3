using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using CallRecording.Emulators.EventSourceMapping;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.Node;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Emulators.EventSourceMapping;

/// <summary>With emulators of its own for each test, so that no test sees another's messages.</summary>
public sealed class WhenMessagesArrive : IAsyncLifetime
{
    private readonly RunningEmulators emulators = new();
    private readonly ConcurrentQueue<string> log = new();
    private IAmazonSQS sqs = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await emulators.InitializeAsync();
        sqs = emulators.Endpoints.CreateSqs();
    }

    public async ValueTask DisposeAsync()
    {
        sqs.Dispose();
        await emulators.DisposeAsync();
    }

    [Fact]
    public async Task What_is_published_reaches_the_function_in_Lambdas_event_and_leaves_the_queue()
    {
        using var topics = new TopicClient(emulators.Endpoints.Aws);
        var functions = new AnsweringFunctions(_ => Task.FromResult("null"));
        await using var mapping = Map(functions);

        await topics.PublishAsync(emulators.Resources.TopicArn, """{"callId":"c-1"}""", Cancellation);

        await Eventually.TrueAsync(
            async () => !functions.Events.IsEmpty && await LeftAsync() == 0, "the queue is empty");
        var record = Assert.Single(functions.Events).GetProperty("Records")[0];
        Assert.Equal("aws:sqs", record.GetProperty("eventSource").GetString());
        Assert.Equal(emulators.Resources.QueueArn, record.GetProperty("eventSourceARN").GetString());
        Assert.Equal("us-east-1", record.GetProperty("awsRegion").GetString());
        Assert.Equal("1", record.GetProperty("attributes").GetProperty("ApproximateReceiveCount").GetString());
        Assert.True(long.TryParse(record.GetProperty("attributes").GetProperty("SentTimestamp").GetString(), out _));
        Assert.NotEmpty(record.GetProperty("receiptHandle").GetString()!);
        Assert.NotEmpty(record.GetProperty("md5OfBody").GetString()!);
        var envelope = JsonSerializer.Deserialize<JsonElement>(record.GetProperty("body").GetString()!);
        Assert.Equal("""{"callId":"c-1"}""", envelope.GetProperty("Message").GetString());
        Assert.Equal(emulators.Resources.TopicArn, envelope.GetProperty("TopicArn").GetString());
    }

    [Fact]
    public async Task Only_the_failed_one_of_a_batch_is_delivered_again()
    {
        await SendAsync("good-1", "bad", "good-2");
        var functions = new AnsweringFunctions(batch => Task.FromResult(FailuresOf(batch, body => body == "bad")));
        await using var mapping = Map(functions);

        await Eventually.TrueAsync(() => Deliveries(functions, "bad") >= 3, "the bad message came three times");

        Assert.Equal(1, Deliveries(functions, "good-1"));
        Assert.Equal(1, Deliveries(functions, "good-2"));
    }

    [Fact]
    public async Task A_message_that_never_works_ends_in_the_dead_letters_after_ten_receives()
    {
        await SendAsync("bad");
        var functions = new AnsweringFunctions(batch => Task.FromResult(FailuresOf(batch, body => body == "bad")));
        await using var mapping = Map(functions);

        var dead = await ReceiveDeadLetterAsync();

        Assert.Equal("bad", dead);
        Assert.Equal(QueueSettings.MaxReceives, Deliveries(functions, "bad"));
        Assert.Equal(0, await LeftAsync());
    }

    [Fact]
    public async Task All_of_a_batch_comes_back_when_the_function_fails()
    {
        await SendAsync("one", "two");
        var functions = new AnsweringFunctions(_ => Task.FromResult("{}")) { FunctionError = "Unhandled" };
        await using var mapping = Map(functions);

        await Eventually.TrueAsync(
            () => Deliveries(functions, "one") > 1 && Deliveries(functions, "two") > 1, "both came back");
        functions.FunctionError = null;

        await Eventually.TrueAsync(async () => await LeftAsync() == 0, "the queue is empty");
    }

    [Fact]
    public async Task All_of_a_batch_comes_back_when_the_function_is_throttled()
    {
        await SendAsync("one");
        var throttled = 0;
        var functions = new AnsweringFunctions(_ => Interlocked.Increment(ref throttled) == 1
            ? throw new FunctionInvocationException("TooManyRequestsException", 429, "Rate Exceeded.")
            : Task.FromResult("{}"));
        await using var mapping = Map(functions);

        await Eventually.TrueAsync(
            async () => Deliveries(functions, "one") == 2 && await LeftAsync() == 0, "it came back");

        Assert.Contains(log, line => line.Contains("Rate Exceeded.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_more_batches_than_allowed_are_with_the_function()
    {
        await SendAsync([.. Enumerable.Range(0, 60).Select(number => number.ToString(CultureInfo.InvariantCulture))]);
        var (running, most) = (0, 0);
        var release = new TaskCompletionSource();
        var functions = new AnsweringFunctions(async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await release.Task;
            Interlocked.Decrement(ref running);
            return "{}";
        });
        await using var mapping = Map(functions, concurrency: 3);

        await Eventually.TrueAsync(() => Volatile.Read(ref running) == 3, "three batches run");
        release.SetResult();
        await Eventually.TrueAsync(async () => await LeftAsync() == 0, "the queue is empty");

        Assert.InRange(most, 1, 3);
        Assert.All(functions.Events, batch => Assert.InRange(batch.GetProperty("Records").GetArrayLength(), 1, 10));
    }

    [Fact]
    public async Task A_batch_stays_hidden_for_as_long_as_the_function_has_it()
    {
        await SendAsync("slow");
        var release = new TaskCompletionSource();
        var functions = new AnsweringFunctions(async _ =>
        {
            await release.Task;
            return "{}";
        });
        await using var mapping = Map(functions, concurrency: 1);
        await Eventually.TrueAsync(() => Deliveries(functions, "slow") == 1, "the function has it");

        // Three times the visibility timeout of this queue.
        var request = new ReceiveMessageRequest { QueueUrl = emulators.Resources.QueueUrl, WaitTimeSeconds = 3 };
        var others = await sqs.ReceiveMessageAsync(request, Cancellation);
        release.SetResult();
        await Eventually.TrueAsync(async () => await LeftAsync() == 0, "the queue is empty");

        Assert.Empty(others.Messages ?? []);
        Assert.Equal(1, Deliveries(functions, "slow"));
    }

    [Fact]
    public async Task An_emulator_that_is_away_is_waited_for()
    {
        var functions = new AnsweringFunctions(_ => Task.FromResult("{}"));
        await using var mapping = Map(functions);
        var port = emulators.Endpoints.Aws.Port;
        await emulators.DisposeAsync();

        await Eventually.TrueAsync(
            () => log.Any(line => line.StartsWith("The queue cannot be read", StringComparison.Ordinal)),
            "it is noted");
        await using var restarted = await EmulatorProcess.StartAsync(
            new(ProjectFiles.At("emulators", "Node"), AwsPort: port), TimeProvider.System, Cancellation);
        await ResourceSetup.EnsureAsync(restarted.Endpoints, RunningEmulators.Speed, Cancellation);
        await SendAsync("late");

        await Eventually.TrueAsync(() => Deliveries(functions, "late") == 1, "the late message is delivered");
    }

    private QueuePoller Map(IFunctions functions, int concurrency = 2) => new(
        sqs,
        functions,
        new(emulators.Resources.QueueUrl, emulators.Resources.QueueArn, "starter", concurrency)
        {
            VisibilityTimeout = QueueSettings.VisibilityTimeout(RunningEmulators.Speed),
        },
        TimeProvider.System,
        log.Enqueue);

    private async Task SendAsync(params string[] bodies)
    {
        foreach (var chunk in bodies.Chunk(10))
        {
            await sqs.SendMessageBatchAsync(
                emulators.Resources.QueueUrl,
                [.. chunk.Select((body, index) => new SendMessageBatchRequestEntry($"m{index}", body))],
                Cancellation);
        }
    }

    private async Task<int> LeftAsync()
    {
        var answer = await sqs.GetQueueAttributesAsync(emulators.Resources.QueueUrl, ["All"], Cancellation);
        return answer.ApproximateNumberOfMessages
            + answer.ApproximateNumberOfMessagesNotVisible
            + answer.ApproximateNumberOfMessagesDelayed;
    }

    private async Task<string> ReceiveDeadLetterAsync()
    {
        for (var poll = 0; poll < 6; poll++)
        {
            var request = new ReceiveMessageRequest
            {
                QueueUrl = emulators.Resources.DeadLetterQueueUrl,
                WaitTimeSeconds = 10,
            };
            var answer = await sqs.ReceiveMessageAsync(request, Cancellation);
            if (answer.Messages is [var dead, ..])
            {
                return dead.Body;
            }
        }

        throw new InvalidOperationException($"No dead letter within 60 s; {string.Join(" | ", log)}");
    }

    private static int Deliveries(AnsweringFunctions functions, string body) => functions.Events
        .SelectMany(batch => batch.GetProperty("Records").EnumerateArray())
        .Count(record => record.GetProperty("body").GetString() == body);

    private static string FailuresOf(JsonElement batch, Func<string, bool> fails) => JsonSerializer.Serialize(new
    {
        batchItemFailures = batch.GetProperty("Records").EnumerateArray()
            .Where(record => fails(record.GetProperty("body").GetString()!))
            .Select(record => new { itemIdentifier = record.GetProperty("messageId").GetString() }),
    });
}
