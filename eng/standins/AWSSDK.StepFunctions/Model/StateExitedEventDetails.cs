using System.Text.Json;
using Amazon;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class StateExitedEventDetails
{
    public AssignedVariablesDetails AssignedVariablesDetails { get; set; }

    public Dictionary<string, string> AssignedVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public string Name { get; set; }

    public string Output { get; set; }

    internal static StateExitedEventDetails Read(JsonElement json) => new()
    {
        AssignedVariablesDetails = json.Member("assignedVariablesDetails", AssignedVariablesDetails.Read),
        AssignedVariables = json.Map("assignedVariables"),
        OutputDetails = json.Member("outputDetails", HistoryEventExecutionDataDetails.Read),
        Name = json.Text("name"),
        Output = json.Text("output"),
    };
}
