using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ExecutionStartedEventDetails
{
    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    internal static ExecutionStartedEventDetails Read(JsonElement json) => new()
    {
        InputDetails = json.Member("inputDetails", HistoryEventExecutionDataDetails.Read),
    };
}
