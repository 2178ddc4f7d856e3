using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class StartExecutionRequest : AmazonStepFunctionsRequest
{
    public string Input { get; set; }

    public string Name { get; set; }

    public string StateMachineArn { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("input", Input);
        json.Put("name", Name);
        json.Put("stateMachineArn", StateMachineArn);
    }
}
