using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.States;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>Aborts a running execution; one that has ended stays as it is.</summary>
internal sealed class StopExecution(MachineIdentity machine, Executions executions)
{
    public async Task<JsonObject> AnswerAsync(InputReader members)
    {
        var arn = members.Arn("executionArn");
        var error = members.Text("error", 0, StateFault.MaxErrorLength);
        var cause = members.Text("cause", 0, StateFault.MaxCauseLength);
        var execution = Arns.ExecutionName(arn, machine) is { } name
            ? await executions.StopAsync(name, error, cause)
            : null;
        return execution?.StopTime is { } stopped
            ? new JsonObject { ["stopDate"] = stopped.ToWire() }
            : throw Arns.NoExecution(arn);
    }
}
