using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class RedriveExecutionRequest : AmazonStepFunctionsRequest
{
    public string ClientToken { get; set; }

    public string ExecutionArn { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.PutToken("clientToken", ClientToken);
        json.Put("executionArn", ExecutionArn);
    }
}
