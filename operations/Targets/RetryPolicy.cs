using Amazon.Runtime;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow.Failures;
using Polly;
using Polly.Retry;

namespace CallRecording.Operations.Targets;

/// <summary>Asks a service again where it throttles or is away, more and more rarely, and says what it waits
/// for.</summary>
internal sealed class RetryPolicy(TimeProvider time, TextWriter told)
{
    private const int MaxRetries = 7;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(20);

    private readonly ResiliencePipeline pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstDelay,
            MaxDelay = MaxDelay,
            // Without credentials nothing is asked, and waiting finds none.
            ShouldHandle = new PredicateBuilder()
                .Handle<ServiceThrottledException>()
                .Handle<TransientServiceException>(problem => problem.InnerException is not AmazonClientException),
            OnRetry = async failed => await told.WriteLineAsync(
                $"  waiting {failed.RetryDelay.TotalSeconds:0} s: {FirstLine(failed.Outcome.Exception!)}"), // Handled.
        })
        .Build();

    /// <param name="what">For the error: the operation and the thing.</param>
    /// <exception cref="CommandException">It cannot be asked, or may not.</exception>
    public async Task<T> AskAsync<T>(string what, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(
                async _ => await ServiceErrors.TranslateAsync(what, ask), cancellationToken);
        }
        catch (Exception problem) when (
            problem is ServiceThrottledException or TransientServiceException or ServiceAccessDeniedException)
        {
            // Of a list of all places without credentials the first line is enough.
            throw new CommandException(FirstLine(problem), problem);
        }
    }

    private static string FirstLine(Exception problem) => problem.Message.Split('\n')[0];
}
