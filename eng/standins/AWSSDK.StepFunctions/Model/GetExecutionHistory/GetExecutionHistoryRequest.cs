using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class GetExecutionHistoryRequest : AmazonStepFunctionsRequest
{
    public bool? IncludeExecutionData { get; set; }

    public bool? ReverseOrder { get; set; }

    public int? MaxResults { get; set; }

    public string ExecutionArn { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("includeExecutionData", IncludeExecutionData);
        json.Put("reverseOrder", ReverseOrder);
        json.Put("maxResults", MaxResults);
        json.Put("executionArn", ExecutionArn);
    }
}
