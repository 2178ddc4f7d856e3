using Amazon.Lambda.Core;
using CallRecording.Tasks.Failures;

namespace CallRecording.Tasks.Api;

/// <summary>Answers every request, also one that cannot be answered or takes longer than the function may.</summary>
internal static class GuardedAnswer
{
    /// <param name="target">What the request is about, for the log.</param>
    public static async Task<ApiResponse> OfAsync(
        Func<CancellationToken, Task<ApiResponse>> answer, string? method, string? target, ILambdaContext context)
    {
        try
        {
            using var deadline = InvocationDeadline.Of(context);
            return await answer(deadline.Token);
        }
        catch (ApiProblemException problem)
        {
            return ApiResponse.Problem(problem.StatusCode, problem.Message);
        }
#pragma warning disable CA1031 // The client learns that it failed, never how: that is for the log.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            context.Logger.LogError(
                failure, "{Method} {Target} failed", method ?? string.Empty, target ?? string.Empty);
            return ApiResponse.Problem(500, $"Internal error; the log has it under request {context.AwsRequestId}.");
        }
    }
}
