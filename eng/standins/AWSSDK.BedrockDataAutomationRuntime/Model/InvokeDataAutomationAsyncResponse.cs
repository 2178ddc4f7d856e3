using System.Text.Json;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.BedrockDataAutomationRuntime.Model;

public partial class InvokeDataAutomationAsyncResponse : AmazonWebServiceResponse
{
    public string InvocationArn { get; set; }

    internal static InvokeDataAutomationAsyncResponse Read(JsonElement json) => new()
    {
        InvocationArn = json.Text("invocationArn"),
    };
}
