using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Local.Lambda;
using CallRecording.Local.StepFunctions.Paths;

namespace CallRecording.Local.StepFunctions.Running;

/// <summary>Invokes a function and says how it went in the words of Step Functions.</summary>
internal sealed class FunctionCaller(IFunctions functions, TimeProvider time)
{
    /// <summary>Timers cannot be set for a year, and no function runs for longer than Lambda's 15 minutes.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    /// <param name="cancellationToken">Only the engine's own end abandons a call; on AWS, too, a function outlives its
    /// task's timeout.</param>
    public async Task<TaskOutcome> CallAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var remaining = (invocation.Until - time.GetUtcNow()).Ticks;
        var length = TimeSpan.FromTicks(Math.Clamp(remaining, 0, LongestTimer.Ticks));
        using var timeout = new CancellationTokenSource();
        // The timer first: a test that sees the call may skip time at once.
        await using var timer = time.CreateTimer(_ => timeout.Cancel(), null, length, Timeout.InfiniteTimeSpan);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await InvokeAsync(invocation, cancellationToken).WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
            when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new TaskOutcome.TimedOut(invocation.Until);
        }
    }

    private async Task<TaskOutcome> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        try
        {
            var response = await functions.InvokeAsync(invocation.Function, invocation.Payload, cancellationToken);
            return response.FunctionError is null ? ReadResult(response) : ReadError(response);
        }
        catch (FunctionInvocationException refusal)
        {
            return Failed(
                $"Lambda.{refusal.Error}",
                $"{refusal.Message} (Service: AWSLambda; Status Code: {refusal.StatusCode}; "
                + $"Error Code: {refusal.Error}; Request ID: null; Proxy: null)");
        }
#pragma warning disable CA1031 // Whatever breaks on the way to a function is that call's failure; its state decides.
        catch (Exception problem) when (problem is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Failed("Lambda.SdkClientException", $"{problem.GetType().Name}: {problem.Message}");
        }
    }

    private static TaskOutcome.Succeeded ReadResult(FunctionResponse response) =>
        TryParse(response.Payload, out var payload)
            ? new TaskOutcome.Succeeded(payload, response.RequestId)
            : new TaskOutcome.Succeeded(Encoding.UTF8.GetString(response.Payload.Span), response.RequestId);

    private static TaskOutcome.Failed ReadError(FunctionResponse response)
    {
        var text = Encoding.UTF8.GetString(response.Payload.Span);
        return TryParse(response.Payload, out var payload)
            && payload is JsonObject error
            && error["errorType"] is JsonValue type
            && type.TryGetValue<string>(out var name)
            && name.Length > 0
            ? Failed(name, text)
            : Failed(
                "Lambda.Unknown",
                "The cause could not be determined because Lambda did not return an error type. "
                + $"Returned payload: {text}");
    }

    private static bool TryParse(ReadOnlyMemory<byte> json, out JsonNode? node)
    {
        try
        {
            node = StateJson.Parse(json.Span);
            return true;
        }
        catch (JsonException)
        {
            node = null;
            return false;
        }
    }

    private static TaskOutcome.Failed Failed(string error, string cause) => new(new StateFault(error, cause));
}
