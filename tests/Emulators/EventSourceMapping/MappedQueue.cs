using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.SQS;
using Amazon.SQS.Model;
using CallRecording.Emulators.EventSourceMapping;
using CallRecording.Emulators.Lambda;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;

namespace CallRecording.Tests.Emulators.EventSourceMapping;

/// <summary>The queue of emulators of its own for each test, so that no test sees another's messages.</summary>
public abstract class MappedQueue : IAsyncLifetime
{
    private protected RunningEmulators Emulators { get; } = new();

    private protected ConcurrentQueue<string> Log { get; } = new();

    // Set before a test begins.
    private protected IAmazonSQS Sqs { get; private set; } = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Emulators.InitializeAsync();
        Sqs = Emulators.Endpoints.CreateSqs();
    }

    public async ValueTask DisposeAsync()
    {
        Sqs.Dispose();
        await Emulators.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected QueuePoller Map(IFunctions functions, int concurrency = 2) => new(
        Sqs,
        functions,
        new(Emulators.Resources.QueueUrl, Emulators.Resources.QueueArn, "starter", concurrency)
        {
            VisibilityTimeout = QueueSettings.VisibilityTimeout(RunningEmulators.Speed),
        },
        TimeProvider.System,
        Log.Enqueue);

    private protected async Task SendAsync(params string[] bodies)
    {
        foreach (var chunk in bodies.Chunk(10))
        {
            await Sqs.SendMessageBatchAsync(
                Emulators.Resources.QueueUrl,
                [.. chunk.Select((body, index) => new SendMessageBatchRequestEntry($"m{index}", body))],
                Cancellation);
        }
    }

    private protected async Task<int> LeftAsync()
    {
        var answer = await Sqs.GetQueueAttributesAsync(Emulators.Resources.QueueUrl, ["All"], Cancellation);
        return answer.ApproximateNumberOfMessages
            + answer.ApproximateNumberOfMessagesNotVisible
            + answer.ApproximateNumberOfMessagesDelayed;
    }

    private protected async Task<string> ReceiveDeadLetterAsync()
    {
        for (var poll = 0; poll < 6; poll++)
        {
            var request = new ReceiveMessageRequest
            {
                QueueUrl = Emulators.Resources.DeadLetterQueueUrl,
                WaitTimeSeconds = 10,
            };
            var answer = await Sqs.ReceiveMessageAsync(request, Cancellation);
            if (answer.Messages is [var dead, ..])
            {
                return dead.Body;
            }
        }

        throw new InvalidOperationException($"No dead letter within 60 s; {string.Join(" | ", Log)}");
    }

    private protected static int Deliveries(AnsweringFunctions functions, string body) => functions.Events
        .SelectMany(batch => batch.GetProperty("Records").EnumerateArray())
        .Count(record => record.GetProperty("body").GetString() == body);

    private protected static string FailuresOf(JsonElement batch, Func<string, bool> fails) =>
        JsonSerializer.Serialize(new
        {
            batchItemFailures = batch.GetProperty("Records").EnumerateArray()
                .Where(record => fails(record.GetProperty("body").GetString()!))
                .Select(record => new { itemIdentifier = record.GetProperty("messageId").GetString() }),
        });
}
