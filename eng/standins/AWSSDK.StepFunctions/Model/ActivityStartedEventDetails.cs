using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ActivityStartedEventDetails
{
    public string WorkerName { get; set; }

    internal static ActivityStartedEventDetails Read(JsonElement json) => new()
    {
        WorkerName = json.Text("workerName"),
    };
}
