using System.Text.Json;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class StartExecutionResponse : AmazonWebServiceResponse
{
    public DateTime? StartDate { get; set; }

    public string ExecutionArn { get; set; }

    internal static StartExecutionResponse Read(JsonElement json) => new()
    {
        StartDate = json.Time("startDate"),
        ExecutionArn = json.Text("executionArn"),
    };
}
