using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class TaskSubmittedEventDetails
{
    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public string Output { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    internal static TaskSubmittedEventDetails Read(JsonElement json) => new()
    {
        OutputDetails = json.Member("outputDetails", HistoryEventExecutionDataDetails.Read),
        Output = json.Text("output"),
        Resource = json.Text("resource"),
        ResourceType = json.Text("resourceType"),
    };
}
