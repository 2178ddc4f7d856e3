using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Storage;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>The one state machine there is.</summary>
internal sealed class StateMachines(MachineIdentity machine, ExecutionStore store, DefinitionCatalog definitions)
{
    private const string Standard = "STANDARD";

    public JsonObject Describe(InputReader members)
    {
        Arns.CheckMachine(members.Arn("stateMachineArn"), machine);
        var json = Common(definitions.Current);
        json["status"] = "ACTIVE";
        json["type"] = Standard;
        json["creationDate"] = definitions.Created.ToWire();
        return json;
    }

    /// <summary>With the definition that the execution was started with.</summary>
    public JsonObject DescribeForExecution(InputReader members)
    {
        var arn = members.Arn("executionArn");
        var execution = Arns.ExecutionName(arn, machine) is { } name ? store.Find(name) : null;
        var definition = definitions.Find((execution ?? throw Arns.NoExecution(arn)).DefinitionId);
        var json = Common(definition);
        json["updateDate"] = definition.Created.ToWire();
        return json;
    }

    public JsonObject List(InputReader members)
    {
        members.PageSize();
        NextToken.Read(members.Text("nextToken"), "ListStateMachines");
        return new JsonObject
        {
            ["stateMachines"] = new JsonArray(new JsonObject
            {
                ["stateMachineArn"] = machine.Arn,
                ["name"] = machine.Name,
                ["type"] = Standard,
                ["creationDate"] = definitions.Created.ToWire(),
            }),
        };
    }

    private JsonObject Common(StoredDefinition definition) => new()
    {
        ["stateMachineArn"] = machine.Arn,
        ["name"] = machine.Name,
        ["definition"] = definition.Text,
        ["roleArn"] = machine.RoleArn,
        ["loggingConfiguration"] = new JsonObject { ["level"] = "OFF", ["includeExecutionData"] = false },
        ["tracingConfiguration"] = new JsonObject { ["enabled"] = false },
    };
}
