using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ExecutionSucceededEventDetails
{
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public string Output { get; set; }

    internal static ExecutionSucceededEventDetails Read(JsonElement json) => new()
    {
        OutputDetails = json.Member("outputDetails", HistoryEventExecutionDataDetails.Read),
        Output = json.Text("output"),
    };
}
