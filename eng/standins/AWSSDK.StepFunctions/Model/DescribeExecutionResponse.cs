using System.Text.Json;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class DescribeExecutionResponse : AmazonWebServiceResponse
{
    public CloudWatchEventsExecutionDataDetails InputDetails { get; set; }

    public CloudWatchEventsExecutionDataDetails OutputDetails { get; set; }

    public DateTime? RedriveDate { get; set; }

    public DateTime? StartDate { get; set; }

    public DateTime? StopDate { get; set; }

    public ExecutionRedriveStatus RedriveStatus { get; set; }

    public ExecutionStatus Status { get; set; }

    public int? RedriveCount { get; set; }

    public string Cause { get; set; }

    public string Error { get; set; }

    public string ExecutionArn { get; set; }

    public string Input { get; set; }

    public string MapRunArn { get; set; }

    public string Name { get; set; }

    public string Output { get; set; }

    public string RedriveStatusReason { get; set; }

    public string StateMachineAliasArn { get; set; }

    public string StateMachineArn { get; set; }

    public string StateMachineVersionArn { get; set; }

    public string TraceHeader { get; set; }

    internal static DescribeExecutionResponse Read(JsonElement json) => new()
    {
        InputDetails = json.Member("inputDetails", CloudWatchEventsExecutionDataDetails.Read),
        OutputDetails = json.Member("outputDetails", CloudWatchEventsExecutionDataDetails.Read),
        RedriveDate = json.Time("redriveDate"),
        StartDate = json.Time("startDate"),
        StopDate = json.Time("stopDate"),
        RedriveStatus = ExecutionRedriveStatus.FindValue(json.Text("redriveStatus")),
        Status = ExecutionStatus.FindValue(json.Text("status")),
        RedriveCount = json.Int32("redriveCount"),
        Cause = json.Text("cause"),
        Error = json.Text("error"),
        ExecutionArn = json.Text("executionArn"),
        Input = json.Text("input"),
        MapRunArn = json.Text("mapRunArn"),
        Name = json.Text("name"),
        Output = json.Text("output"),
        RedriveStatusReason = json.Text("redriveStatusReason"),
        StateMachineAliasArn = json.Text("stateMachineAliasArn"),
        StateMachineArn = json.Text("stateMachineArn"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
        TraceHeader = json.Text("traceHeader"),
    };
}
