using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class TaskStartedEventDetails
{
    public string Resource { get; set; }

    public string ResourceType { get; set; }

    internal static TaskStartedEventDetails Read(JsonElement json) => new()
    {
        Resource = json.Text("resource"),
        ResourceType = json.Text("resourceType"),
    };
}
