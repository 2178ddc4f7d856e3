using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.StepFunctions.Paths;
using CallRecording.Emulators.StepFunctions.Running.States;

namespace CallRecording.Emulators.StepFunctions.Running.Tasks;

/// <summary>Invokes a function and says how it went in the words of Step Functions.</summary>
internal sealed class FunctionCaller(IFunctions functions, TimeProvider time)
{
    /// <param name="stopping">Ends it where no process has it yet.</param>
    /// <param name="abandoning">Ends it now. Nothing else abandons a function that runs: on AWS, too, it outlives its
    /// task's timeout.</param>
    /// <exception cref="OperationCanceledException">It was ended, and is to be made again.</exception>
    public async Task<TaskOutcome> CallAsync(
        TaskInvocation invocation, CancellationToken stopping, CancellationToken abandoning)
    {
        // First of all: a test that sees the call may skip time at once.
        await using var clock = new TaskClock(invocation, time);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(abandoning);
        await using var stop = stopping.UnsafeRegister(
            _ =>
            {
                if (!clock.IsStarted)
                {
                    giveUp.Cancel();
                }
            },
            null);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(clock.Token, giveUp.Token);
        try
        {
            return await InvokeAsync(invocation, clock, giveUp.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
            when (clock.Token.IsCancellationRequested && !giveUp.IsCancellationRequested)
        {
            // The task timed out before a process had the invocation.
            if (!clock.IsStarted)
            {
                await giveUp.CancelAsync();
            }

            return new TaskOutcome.TimedOut(clock.Limit);
        }
    }

    private async Task<TaskOutcome> InvokeAsync(
        TaskInvocation invocation, TaskClock clock, CancellationToken cancellationToken)
    {
        try
        {
            var request = new InvokeRequest(invocation.Function, invocation.Payload)
            {
                RequestId = invocation.RequestId,
                Queues = true,
                OnStarted = clock.Start,
            };
            var response = await functions.InvokeAsync(request, cancellationToken);
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
