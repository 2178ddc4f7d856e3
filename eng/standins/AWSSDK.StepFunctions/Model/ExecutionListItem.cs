using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ExecutionListItem
{
    public DateTime? RedriveDate { get; set; }

    public DateTime? StartDate { get; set; }

    public DateTime? StopDate { get; set; }

    public ExecutionStatus Status { get; set; }

    public int? ItemCount { get; set; }

    public int? RedriveCount { get; set; }

    public string ExecutionArn { get; set; }

    public string MapRunArn { get; set; }

    public string Name { get; set; }

    public string StateMachineAliasArn { get; set; }

    public string StateMachineArn { get; set; }

    public string StateMachineVersionArn { get; set; }

    internal static ExecutionListItem Read(JsonElement json) => new()
    {
        RedriveDate = json.Time("redriveDate"),
        StartDate = json.Time("startDate"),
        StopDate = json.Time("stopDate"),
        Status = ExecutionStatus.FindValue(json.Text("status")),
        ItemCount = json.Int32("itemCount"),
        RedriveCount = json.Int32("redriveCount"),
        ExecutionArn = json.Text("executionArn"),
        MapRunArn = json.Text("mapRunArn"),
        Name = json.Text("name"),
        StateMachineAliasArn = json.Text("stateMachineAliasArn"),
        StateMachineArn = json.Text("stateMachineArn"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
    };
}
