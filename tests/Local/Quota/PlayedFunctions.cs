using System.Text.Json;
using CallRecording.Emulators.Lambda;
using CallRecording.Tasks;
using CallRecording.Tests.Emulators.StepFunctions;
using CallRecording.Tests.Workflow.Definition;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Identity;
using CallRecording.Workflow.Messages;
using CallRecording.Workflow.Polling;

namespace CallRecording.Tests.Local.Quota;

/// <summary>The tasks as far as they decide when what is asked: with the product's own policy, tokens and error
/// names.</summary>
internal sealed class PlayedFunctions(LimitedService service, PollPolicy policy, TimeProvider time) : IFunctions
{
    /// <summary>Of a call of two minutes.</summary>
    private const long AudioBytes = 8_000 * 120;

    public Task<FunctionResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        request.OnStarted();
        return Task.FromResult(request.Function switch
        {
            ProductDefinition.Submit => Submit(Read<CallReceived>(request.Payload)),
            ProductDefinition.Status => Ask(Read<JobSubmitted>(request.Payload).Call),
            ProductDefinition.Persist => ScriptedFunctions.Response("{}"),
            _ => Error("CallProcessingFailedException"),
        });
    }

    private FunctionResponse Submit(CallReceived received)
    {
        var token = ClientToken.For(received.Execution.Name, received.Call.Job, "audio");
        return service.Submit(token) is { } arn
            ? Answer(received.Call with
            {
                Job = policy.Submitted(arn, time.GetUtcNow(), AudioBytes, "mp3", received.Call.Job),
            })
            : Error(nameof(JobQuotaExceededException));
    }

    private FunctionResponse Ask(Call call)
    {
        var job = call.Job!; // Asked about after it was submitted.
        return Answer(call with { Job = policy.After(job, service.Ask(job.InvocationArn)) });
    }

    private static FunctionResponse Answer(Call call) =>
        ScriptedFunctions.Response(JsonSerializer.Serialize(call, typeof(Call), TasksJson.Default));

    private static FunctionResponse Error(string type) =>
        ScriptedFunctions.Response($$"""{"errorType": "{{type}}", "errorMessage": "It was refused."}""", "Unhandled");

    private static T Read<T>(ReadOnlyMemory<byte> payload) =>
        (T)JsonSerializer.Deserialize(payload.Span, typeof(T), TasksJson.Default)!;
}
