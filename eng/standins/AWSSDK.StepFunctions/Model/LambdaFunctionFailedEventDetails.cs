using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class LambdaFunctionFailedEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }

    internal static LambdaFunctionFailedEventDetails Read(JsonElement json) => new()
    {
        Cause = json.Text("cause"),
        Error = json.Text("error"),
    };
}
