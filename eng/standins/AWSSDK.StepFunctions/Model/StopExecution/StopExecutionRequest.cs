using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class StopExecutionRequest : AmazonStepFunctionsRequest
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string ExecutionArn { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("cause", Cause);
        json.Put("error", Error);
        json.Put("executionArn", ExecutionArn);
    }
}
