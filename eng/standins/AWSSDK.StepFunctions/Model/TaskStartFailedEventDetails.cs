using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class TaskStartFailedEventDetails
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    internal static TaskStartFailedEventDetails Read(JsonElement json) => new()
    {
        Cause = json.Text("cause"),
        Error = json.Text("error"),
        Resource = json.Text("resource"),
        ResourceType = json.Text("resourceType"),
    };
}
