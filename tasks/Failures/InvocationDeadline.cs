using Amazon.Lambda.Core;

namespace CallRecording.Tasks.Failures;

/// <summary>When an invocation must have its answer. The functions of the state machine have none of their own: the
/// definition retries Lambda's timeout by its name.</summary>
internal static class InvocationDeadline
{
    /// <summary>For the answer and for a line in the log.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);

    /// <summary>Cancels what is under way shortly before Lambda ends the invocation.</summary>
    public static CancellationTokenSource Of(ILambdaContext context)
    {
        var left = context.RemainingTime - Reserve;
        return new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero);
    }
}
