using Amazon.Runtime;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow.Failures;

namespace CallRecording.Operations.Targets;

/// <summary>Asks a service again where it throttles or is away, more and more rarely, and says what it waits
/// for.</summary>
internal sealed class RetryPolicy(TimeProvider time, TextWriter told)
{
    private const int MaxAttempts = 8;
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(20);

    /// <remarks>Without credentials nothing is asked, and waiting finds none.</remarks>
    /// <param name="what">For the error: the operation and the thing.</param>
    /// <exception cref="CommandException">It cannot be asked, or may not.</exception>
    public async Task<T> AskAsync<T>(string what, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromSeconds(1);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await ServiceErrors.TranslateAsync(what, ask);
            }
            catch (Exception problem) when (problem is ServiceThrottledException
                or TransientServiceException { InnerException: not AmazonClientException } && tries < MaxAttempts)
            {
                await told.WriteLineAsync($"  waiting {pause.TotalSeconds:0} s: {FirstLine(problem)}");
                await Task.Delay(pause, time, cancellationToken);
                pause = pause * 2 < MaxDelay ? pause * 2 : MaxDelay;
            }
            catch (Exception problem) when (
                problem is ServiceThrottledException or TransientServiceException or ServiceAccessDeniedException)
            {
                // Of a list of all places without credentials the first line is enough.
                throw new CommandException(FirstLine(problem), problem);
            }
        }
    }

    private static string FirstLine(Exception problem) => problem.Message.Split('\n')[0];
}
