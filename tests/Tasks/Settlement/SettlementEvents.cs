using System.Text.Json.Nodes;
using CallRecording.Tests.Emulators.StepFunctions;

namespace CallRecording.Tests.Tasks.Settlement;

/// <summary>The events that the settlement gets, as EventBridge sends them.</summary>
internal static class SettlementEvents
{
    /// <summary>What the status change of an execution is.</summary>
    public static JsonObject Change(string name, string status, long at, string? input) => new()
    {
        ["executionArn"] = TestEngine.ExecutionArn(name),
        ["stateMachineArn"] = TestEngine.MachineArn,
        ["name"] = name,
        ["status"] = status,
        ["startDate"] = at,
        ["stopDate"] = at,
        ["input"] = input,
        ["inputDetails"] = new JsonObject { ["included"] = input is not null },
        ["output"] = null,
        ["outputDetails"] = null,
        ["stateMachineVersionArn"] = null,
        ["redriveCount"] = 0,
        ["redriveDate"] = null,
        ["redriveStatus"] = "REDRIVABLE",
        ["error"] = null,
        ["cause"] = null,
    };

    public static JsonObject Envelope(string source, string detailType, JsonObject detail) => new()
    {
        ["version"] = "0",
        ["id"] = "315c1398-40ff-a850-213b-158f73e60175",
        ["detail-type"] = detailType,
        ["source"] = source,
        ["account"] = "000000000000",
        ["time"] = "2026-03-01T12:00:00Z",
        ["region"] = "us-east-1",
        ["resources"] = new JsonArray(),
        ["detail"] = detail,
    };
}
