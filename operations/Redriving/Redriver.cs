using System.Security.Cryptography;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.Redriving;

/// <summary>Redrives executions, one after another, not faster than it is told.</summary>
internal sealed class Redriver(
    IAmazonStepFunctions stepFunctions, RetryPolicy retries, TimeProvider time, double perSecond)
{
    private const int TokenCharacters = 32;

    private readonly TimeSpan interval = TimeSpan.FromSeconds(1 / perSecond);
    private DateTimeOffset next = time.GetUtcNow();

    /// <returns>What became of it, and the service's reason where it was refused.</returns>
    /// <exception cref="CommandException">Step Functions cannot be asked, or may not.</exception>
    public async Task<(RedriveOutcome Outcome, string? Reason)> RedriveAsync(
        FailedCall call, CancellationToken cancellationToken)
    {
        if (call.ExecutionArn is not { } arn)
        {
            return (RedriveOutcome.Refused, "its item names no execution");
        }

        await PaceAsync(cancellationToken);
        try
        {
            // The same for each time that RetryPolicy asks; another one for the next time that an operator does.
            var request = new RedriveExecutionRequest
            {
                ExecutionArn = arn,
                ClientToken = RandomNumberGenerator.GetHexString(TokenCharacters, lowercase: true),
            };
            await retries.AskAsync(
                $"RedriveExecution {arn}",
                () => stepFunctions.RedriveExecutionAsync(request, cancellationToken),
                cancellationToken);
            return (RedriveOutcome.Redriven, null);
        }
        catch (ExecutionNotRedrivableException refusal)
        {
            return await WhyNotAsync(arn, refusal, cancellationToken);
        }
        catch (ExecutionDoesNotExistException)
        {
            return (RedriveOutcome.Refused, "its execution is gone: Step Functions keeps them for 90 days");
        }
    }

    private async Task<(RedriveOutcome Outcome, string? Reason)> WhyNotAsync(
        string arn, ExecutionNotRedrivableException refusal, CancellationToken cancellationToken)
    {
        var execution = await retries.AskAsync(
            $"DescribeExecution {arn}",
            () => stepFunctions.DescribeExecutionAsync(
                new DescribeExecutionRequest { ExecutionArn = arn }, cancellationToken),
            cancellationToken);
        return execution.Status == ExecutionStatus.RUNNING || execution.Status == ExecutionStatus.SUCCEEDED
            || execution.Status == ExecutionStatus.PENDING_REDRIVE
            ? (RedriveOutcome.NotNeeded, null)
            : (RedriveOutcome.Refused, execution.RedriveStatusReason ?? refusal.Message);
    }

    private async Task PaceAsync(CancellationToken cancellationToken)
    {
        var wait = next - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }

        next = time.GetUtcNow() + interval;
    }
}
