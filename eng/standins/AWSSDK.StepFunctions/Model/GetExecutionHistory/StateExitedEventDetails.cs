using System.Text.Json;
using Amazon;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class StateExitedEventDetails
{
    public Dictionary<string, string> AssignedVariables { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    internal static StateExitedEventDetails Read(JsonElement json) => new()
    {
        AssignedVariables = json.Map("assignedVariables"),
    };
}
