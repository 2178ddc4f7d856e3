using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class DescribeExecutionRequest : AmazonStepFunctionsRequest
{
    public IncludedData IncludedData { get; set; }

    public string ExecutionArn { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("includedData", IncludedData);
        json.Put("executionArn", ExecutionArn);
    }
}
