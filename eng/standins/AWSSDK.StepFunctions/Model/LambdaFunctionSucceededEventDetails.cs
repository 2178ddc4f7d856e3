using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class LambdaFunctionSucceededEventDetails
{
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public string Output { get; set; }

    internal static LambdaFunctionSucceededEventDetails Read(JsonElement json) => new()
    {
        OutputDetails = json.Member("outputDetails", HistoryEventExecutionDataDetails.Read),
        Output = json.Text("output"),
    };
}
