using System.Text;
using CallRecording.Emulators.Lambda;
using Polly;

namespace CallRecording.Emulators.EventBridge;

/// <summary>A rule's target: a function that is invoked with an event, again when it fails, and not for ever.</summary>
/// <param name="log">Receives one line for each event to display.</param>
internal sealed class FunctionTarget(IFunctions functions, string function, TimeProvider time, Action<string> log)
{
    /// <summary>As Lambda's asynchronous invocations do: once, and two tries more.</summary>
    private const int MaxTries = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <param name="what">The event, for display.</param>
    public async Task DeliverAsync(string what, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var deliveries = new ResiliencePipelineBuilder<string?> { TimeProvider = time }
            .AddRetry(new()
            {
                MaxRetryAttempts = MaxTries - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = FirstPause,
                ShouldHandle = new PredicateBuilder<string?>().HandleResult(problem => problem is not null),
                OnRetry = failed =>
                {
                    log($"{what} is delivered again: {failed.Outcome.Result}");
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
        if (await deliveries.ExecuteAsync(stop => ProblemAsync(payload, stop), cancellationToken) is { } last)
        {
            log($"{what} is given up after {MaxTries} tries: {last}");
        }
    }

    private async ValueTask<string?> ProblemAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        try
        {
            var request = new InvokeRequest(function, payload) { Queues = true };
            var response = await functions.InvokeAsync(request, cancellationToken).WaitAsync(cancellationToken);
            return response.FunctionError is null ? null : Encoding.UTF8.GetString(response.Payload.Span);
        }
#pragma warning disable CA1031 // What breaks on the way to a function fails that try alone.
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return problem.Message;
        }
    }
}
