using System.Text.Json;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class GetDataAutomationStatusRequest : AmazonBedrockDataAutomationRuntimeRequest
{
    public string InvocationArn { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("invocationArn", InvocationArn);
    }
}
