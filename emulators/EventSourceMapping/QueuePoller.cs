using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using CallRecording.Emulators.Lambda;
using Polly;
using Polly.Retry;

namespace CallRecording.Emulators.EventSourceMapping;

/// <summary>Lambda's poller between a queue and a function that reports batch item failures.</summary>
/// <remarks>
/// What failed is left alone: it comes back after the visibility timeout, and goes to the dead letters in the end.
/// </remarks>
internal sealed class QueuePoller : IAsyncDisposable
{
    private const int LongPollSeconds = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(10);

    private readonly IAmazonSQS sqs;
    private readonly IFunctions functions;
    private readonly EventSourceOptions options;
    private readonly TimeProvider time;
    private readonly Action<string> log;
    private readonly ResiliencePipeline<List<Message>> outages;
    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim slots;
    private readonly Task polling;

    /// <summary>Starts to poll at once.</summary>
    /// <param name="log">Receives one line for each event to display.</param>
    public QueuePoller(
        IAmazonSQS sqs, IFunctions functions, EventSourceOptions options, TimeProvider time, Action<string> log)
    {
        this.sqs = sqs;
        this.functions = functions;
        this.options = options;
        this.time = time;
        this.log = log;
        outages = new ResiliencePipelineBuilder<List<Message>> { TimeProvider = time }
            .AddRetry(UntilItIsBack())
            .Build();
        slots = new(options.MaximumConcurrency);
        polling = Task.Run(PollAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await polling;
        stop.Dispose();
        slots.Dispose();
    }

    private async Task PollAsync()
    {
        var batches = new List<Task>();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await slots.WaitAsync(stop.Token);
                var messages = await outages.ExecuteAsync(ReceiveAsync, stop.Token);
                batches.RemoveAll(batch => batch.IsCompletedSuccessfully);
                batches.Add(ProcessAsync(messages));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The loop's condition ends it.
            }
        }

        await Task.WhenAll(batches);
    }

    /// <remarks>Only the end of the poller ends it: the queue is there again at some time.</remarks>
    private RetryStrategyOptions<List<Message>> UntilItIsBack() => new()
    {
        MaxRetryAttempts = int.MaxValue,
        BackoffType = DelayBackoffType.Exponential,
        Delay = FirstPause,
        MaxDelay = MaxDelay,
        ShouldHandle = new PredicateBuilder<List<Message>>().Handle<Exception>(IsOutage),
        OnRetry = failed =>
        {
            log($"The queue cannot be read: {failed.Outcome.Exception?.Message}");
            return ValueTask.CompletedTask;
        },
    };

    private async ValueTask<List<Message>> ReceiveAsync(CancellationToken cancellationToken)
    {
        var answer = await sqs.ReceiveMessageAsync(
            new ReceiveMessageRequest
            {
                QueueUrl = options.QueueUrl,
                MaxNumberOfMessages = options.BatchSize,
                WaitTimeSeconds = LongPollSeconds,
                MessageSystemAttributeNames = ["All"],
                MessageAttributeNames = ["All"],
            },
            cancellationToken);
        return answer.Messages ?? [];
    }

    private async Task ProcessAsync(List<Message> messages)
    {
        try
        {
            if (messages.Count == 0)
            {
                return;
            }

            var succeeded = await BatchVisibility.KeepAsync(sqs, options, messages, InvokeAsync(messages), time);
            var done = messages.Where(message => succeeded.Contains(message.MessageId)).ToList();
            var left = await BatchDeletion.DeleteAsync(sqs, options.QueueUrl, done, stop.Token);
            if (left > 0)
            {
                log($"{left} of {done.Count} processed messages could not be deleted; they will be delivered again.");
            }
        }
        catch (Exception exception) when (IsOutage(exception))
        {
            log($"Processed messages could not be deleted, and will be delivered again: {exception.Message}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As when Lambda loses a poller: what is not deleted is delivered again.
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task<IReadOnlySet<string>> InvokeAsync(List<Message> messages)
    {
        var ids = messages.Select(message => message.MessageId).ToHashSet();
        try
        {
            var request = new InvokeRequest(options.Function, BatchEvent.Create(messages, options.QueueArn))
            {
                Queues = true,
            };
            var response = await functions.InvokeAsync(request, stop.Token);
            var succeeded = response.FunctionError is null
                ? BatchResult.Succeeded(response.Payload, ids)
                : new HashSet<string>();
            if (succeeded.Count < ids.Count)
            {
                log($"{options.Function}: {ids.Count - succeeded.Count} of {ids.Count} messages failed, and will be "
                    + $"delivered again: {string.Join(", ", ids.Except(succeeded))}");
            }

            return succeeded;
        }
        catch (FunctionInvocationException exception)
        {
            log($"{options.Function} did not take {ids.Count} messages, which will be delivered again: "
                + exception.Message);
            return new HashSet<string>();
        }
    }

    private bool IsOutage(Exception exception) =>
        exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException
        || (exception is OperationCanceledException && !stop.IsCancellationRequested);
}
