using System.Text.Json.Nodes;

namespace CallRecording.Emulators.StepFunctions.Running.Tasks;

/// <summary>The result of lambda:invoke around the function's own.</summary>
internal static class LambdaResult
{
    private const int Ok = 200;

    public static JsonObject Of(TaskOutcome.Succeeded success) => new()
    {
        ["ExecutedVersion"] = "$LATEST",
        ["Payload"] = success.Payload,
        ["SdkHttpMetadata"] = new JsonObject
        {
            ["HttpHeaders"] = new JsonObject
            {
                ["Content-Type"] = "application/json",
                ["x-amzn-RequestId"] = success.RequestId,
            },
            ["HttpStatusCode"] = Ok,
        },
        ["SdkResponseMetadata"] = new JsonObject { ["RequestId"] = success.RequestId },
        ["StatusCode"] = Ok,
    };
}
