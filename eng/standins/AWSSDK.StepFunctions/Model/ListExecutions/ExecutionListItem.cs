using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ExecutionListItem
{
    public DateTime? StartDate { get; set; }

    public ExecutionStatus Status { get; set; }

    public int? RedriveCount { get; set; }

    public string ExecutionArn { get; set; }

    public string Name { get; set; }

    internal static ExecutionListItem Read(JsonElement json) => new()
    {
        StartDate = json.Time("startDate"),
        Status = ExecutionStatus.FindValue(json.Text("status")),
        RedriveCount = json.Int32("redriveCount"),
        ExecutionArn = json.Text("executionArn"),
        Name = json.Text("name"),
    };
}
