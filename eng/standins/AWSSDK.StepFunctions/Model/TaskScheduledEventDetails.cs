using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class TaskScheduledEventDetails
{
    public TaskCredentials TaskCredentials { get; set; }

    public long? HeartbeatInSeconds { get; set; }

    public long? TimeoutInSeconds { get; set; }

    public string Parameters { get; set; }

    public string Region { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    internal static TaskScheduledEventDetails Read(JsonElement json) => new()
    {
        TaskCredentials = json.Member("taskCredentials", TaskCredentials.Read),
        HeartbeatInSeconds = json.Int64("heartbeatInSeconds"),
        TimeoutInSeconds = json.Int64("timeoutInSeconds"),
        Parameters = json.Text("parameters"),
        Region = json.Text("region"),
        Resource = json.Text("resource"),
        ResourceType = json.Text("resourceType"),
    };
}
