using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Running.States;

/// <summary>What <c>$$</c> reads.</summary>
internal static class ContextObject
{
    public static JsonObject Of(Execution execution, MachineIdentity machine) => new()
    {
        ["Execution"] = ExecutionOf(execution, machine),
        ["State"] = new JsonObject
        {
            ["EnteredTime"] = Time(execution.Position.EnteredTime),
            ["Name"] = execution.Position.State,
            ["RetryCount"] = execution.Position.RetryCount,
        },
        ["StateMachine"] = new JsonObject { ["Id"] = machine.Arn, ["Name"] = machine.Name },
    };

    private static JsonObject ExecutionOf(Execution execution, MachineIdentity machine)
    {
        var json = new JsonObject
        {
            ["Id"] = machine.ExecutionArn(execution.Name),
            ["Input"] = StateJson.Parse(execution.Input),
            ["Name"] = execution.Name,
            ["RoleArn"] = machine.RoleArn,
            ["StartTime"] = Time(execution.StartTime),
            ["RedriveCount"] = execution.RedriveCount,
        };
        if (execution.RedriveTime is { } redriven)
        {
            json["RedriveTime"] = Time(redriven);
        }

        return json;
    }

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
