using System.Text.Json;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class DescribeExecutionResponse : AmazonWebServiceResponse
{
    public CloudWatchEventsExecutionDataDetails InputDetails { get; set; }

    public DateTime? RedriveDate { get; set; }

    public DateTime? StartDate { get; set; }

    public DateTime? StopDate { get; set; }

    public ExecutionRedriveStatus RedriveStatus { get; set; }

    public ExecutionStatus Status { get; set; }

    public int? RedriveCount { get; set; }

    public string Cause { get; set; }

    public string Error { get; set; }

    public string Input { get; set; }

    public string Output { get; set; }

    public string RedriveStatusReason { get; set; }

    internal static DescribeExecutionResponse Read(JsonElement json) => new()
    {
        InputDetails = json.Member("inputDetails", CloudWatchEventsExecutionDataDetails.Read),
        RedriveDate = json.Time("redriveDate"),
        StartDate = json.Time("startDate"),
        StopDate = json.Time("stopDate"),
        RedriveStatus = ExecutionRedriveStatus.FindValue(json.Text("redriveStatus")),
        Status = ExecutionStatus.FindValue(json.Text("status")),
        RedriveCount = json.Int32("redriveCount"),
        Cause = json.Text("cause"),
        Error = json.Text("error"),
        Input = json.Text("input"),
        Output = json.Text("output"),
        RedriveStatusReason = json.Text("redriveStatusReason"),
    };
}
