using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class StateEnteredEventDetails
{
    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public string Input { get; set; }

    public string Name { get; set; }

    internal static StateEnteredEventDetails Read(JsonElement json) => new()
    {
        InputDetails = json.Member("inputDetails", HistoryEventExecutionDataDetails.Read),
        Input = json.Text("input"),
        Name = json.Text("name"),
    };
}
