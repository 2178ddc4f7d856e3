using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.History;
using CallRecording.Emulators.StepFunctions.Storage;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>One execution with its input, its output and whether it can be redriven.</summary>
internal sealed class DescribeExecution(MachineIdentity machine, ExecutionStore store, StepFactory steps)
{
    public JsonObject Answer(InputReader members)
    {
        var arn = members.Arn("executionArn");
        var withData = members.OneOf("includedData", "ALL_DATA", "METADATA_ONLY") is not "METADATA_ONLY";
        var execution = Arns.ExecutionName(arn, machine) is { } name ? store.Find(name) : null;
        return Describe(execution ?? throw Arns.NoExecution(arn), withData);
    }

    /// <summary>The same answer for a caller in this process; null when there is no execution of that name.</summary>
    public JsonObject? Find(string name) =>
        store.Find(name) is { } execution ? Describe(execution, withData: true) : null;

    private JsonObject Describe(Execution execution, bool withData)
    {
        var json = new JsonObject
        {
            ["executionArn"] = machine.ExecutionArn(execution.Name),
            ["stateMachineArn"] = machine.Arn,
            ["name"] = execution.Name,
            ["status"] = execution.Status.Word(),
            ["startDate"] = execution.StartTime.ToWire(),
        };
        if (execution.StopTime is { } stopped)
        {
            json["stopDate"] = stopped.ToWire();
        }

        AddData(json, "input", execution.Input, withData);
        AddData(json, "output", execution.Output, withData);
        if (execution.Error is { } error)
        {
            json["error"] = error;
        }

        if (execution.Cause is { } cause)
        {
            json["cause"] = cause;
        }

        AddRedrive(json, execution);
        return json;
    }

    private static void AddData(JsonObject json, string name, string? data, bool withData)
    {
        if (data is null)
        {
            return;
        }

        if (withData)
        {
            json[name] = data;
        }

        json[$"{name}Details"] = new JsonObject { ["included"] = withData };
    }

    private void AddRedrive(JsonObject json, Execution execution)
    {
        json["redriveCount"] = execution.RedriveCount;
        if (execution.RedriveTime is { } redriven)
        {
            json["redriveDate"] = redriven.ToWire();
        }

        var obstacle = Redriving.Obstacle(execution, steps.Now());
        json["redriveStatus"] = obstacle is null ? "REDRIVABLE" : "NOT_REDRIVABLE";
        if (obstacle is not null)
        {
            json["redriveStatusReason"] = obstacle;
        }
    }
}
