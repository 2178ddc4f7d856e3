using System.Globalization;
using System.Text.Json;
using Amazon.SQS.Model;
using CallRecording.Emulators.Node;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Emulators.EventSourceMapping;

public sealed class WhenMessagesArrive : MappedQueue
{
    [Fact]
    public async Task What_is_published_reaches_the_function_in_Lambdas_event_and_leaves_the_queue()
    {
        using var topics = new TopicClient(Emulators.Endpoints.Aws);
        var functions = new AnsweringFunctions(_ => Task.FromResult("null"));
        await using var mapping = Map(functions);

        await topics.PublishAsync(Emulators.Resources.TopicArn, """{"callId":"c-1"}""", Cancellation);

        await Eventually.TrueAsync(
            async () => !functions.Events.IsEmpty && await LeftAsync() == 0, "the queue is empty");
        var record = Assert.Single(functions.Events).GetProperty("Records")[0];
        Assert.Equal("aws:sqs", record.GetProperty("eventSource").GetString());
        Assert.Equal(Emulators.Resources.QueueArn, record.GetProperty("eventSourceARN").GetString());
        Assert.Equal("us-east-1", record.GetProperty("awsRegion").GetString());
        Assert.Equal("1", record.GetProperty("attributes").GetProperty("ApproximateReceiveCount").GetString());
        Assert.True(long.TryParse(record.GetProperty("attributes").GetProperty("SentTimestamp").GetString(), out _));
        Assert.NotEmpty(record.GetProperty("receiptHandle").GetString()!);
        Assert.NotEmpty(record.GetProperty("md5OfBody").GetString()!);
        var envelope = JsonSerializer.Deserialize<JsonElement>(record.GetProperty("body").GetString()!);
        Assert.Equal("""{"callId":"c-1"}""", envelope.GetProperty("Message").GetString());
        Assert.Equal(Emulators.Resources.TopicArn, envelope.GetProperty("TopicArn").GetString());
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
        var request = new ReceiveMessageRequest { QueueUrl = Emulators.Resources.QueueUrl, WaitTimeSeconds = 3 };
        var others = await Sqs.ReceiveMessageAsync(request, Cancellation);
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
        var port = Emulators.Endpoints.Aws.Port;
        await Emulators.DisposeAsync();

        await Eventually.TrueAsync(
            () => Log.Any(line => line.StartsWith("The queue cannot be read", StringComparison.Ordinal)),
            "it is noted");
        await using var restarted = await EmulatorProcess.StartAsync(
            new(ProjectFiles.At("emulators", "Node"), AwsPort: port), TimeProvider.System, Cancellation);
        await ResourceSetup.EnsureAsync(restarted.Endpoints, RunningEmulators.Speed, Cancellation);
        await SendAsync("late");

        await Eventually.TrueAsync(() => Deliveries(functions, "late") == 1, "the late message is delivered");
    }
}
