using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;
using CallRecording.Emulators.StepFunctions.Paths;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.History;
using CallRecording.Emulators.StepFunctions.Storage;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>Starts an execution, once for a name and an input while it runs.</summary>
internal sealed class StartExecution(
    MachineIdentity machine,
    ExecutionStore store,
    Executions executions,
    StepFactory steps)
{
    private const int MaxNameLength = 80;
    private const int MaxTraceHeaderLength = 256;
    private const string Forbidden = "?*<>{}[]\"#%\\^|~`$&,;:/";

    public async Task<JsonObject> AnswerAsync(InputReader members)
    {
        Arns.CheckMachine(members.Arn("stateMachineArn"), machine);
        members.Text("traceHeader", 0, MaxTraceHeaderLength);
        var name = ReadName(members);
        var input = ReadInput(members);
        if (executions.IsFull)
        {
            throw new AwsFault("ExecutionLimitExceeded", $"There are {Executions.MaxOpen} open executions already.");
        }

        var execution = await executions.StartAsync(name, input) ?? Same(name, input);
        return new JsonObject
        {
            ["executionArn"] = machine.ExecutionArn(name),
            ["startDate"] = execution.StartTime.ToWire(),
        };
    }

    private Execution Same(string name, string input) =>
        store.Find(name) is { Status: ExecutionStatus.Running } execution && execution.Input == input
            ? execution
            : throw new AwsFault(
                "ExecutionAlreadyExists",
                $"Execution Already Exists: '{machine.ExecutionArn(name)}'");

    private string ReadName(InputReader members)
    {
        // Nothing to derive it from, and a repeated request means another execution, as on AWS.
        var name = members.Text("name") ?? Guid.CreateVersion7(steps.Now()).ToString();
        return name.Length is > 0 and <= MaxNameLength && name.All(IsAllowed)
            ? name
            : throw new AwsFault("InvalidName", $"Invalid Name: '{name}'");
    }

    private static bool IsAllowed(char character) =>
        !char.IsWhiteSpace(character)
        && !char.IsControl(character)
        && !char.IsSurrogate(character)
        && character < '\uFFFE'
        && !Forbidden.Contains(character, StringComparison.Ordinal);

    private static string ReadInput(InputReader members)
    {
        var input = members.Text("input") ?? "{}";
        if (StateJson.IsTooLarge(input))
        {
            throw new AwsFault(
                "InvalidExecutionInput",
                $"Invalid State Machine Execution Input: 'longer than {StateJson.MaxBytes} bytes'");
        }

        try
        {
            StateJson.Parse(input);
            return input;
        }
        catch (JsonException problem)
        {
            throw new AwsFault("InvalidExecutionInput", $"Invalid State Machine Execution Input: '{problem.Message}'");
        }
    }
}
