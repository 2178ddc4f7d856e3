using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class TaskScheduledEventDetails
{
    public TaskCredentials TaskCredentials { get; set; }

    public long? TimeoutInSeconds { get; set; }

    internal static TaskScheduledEventDetails Read(JsonElement json) => new()
    {
        TaskCredentials = json.Member("taskCredentials", TaskCredentials.Read),
        TimeoutInSeconds = json.Int64("timeoutInSeconds"),
    };
}
