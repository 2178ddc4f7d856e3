using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ActivityScheduledEventDetails
{
    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public long? HeartbeatInSeconds { get; set; }

    public long? TimeoutInSeconds { get; set; }

    public string Input { get; set; }

    public string Resource { get; set; }

    internal static ActivityScheduledEventDetails Read(JsonElement json) => new()
    {
        InputDetails = json.Member("inputDetails", HistoryEventExecutionDataDetails.Read),
        HeartbeatInSeconds = json.Int64("heartbeatInSeconds"),
        TimeoutInSeconds = json.Int64("timeoutInSeconds"),
        Input = json.Text("input"),
        Resource = json.Text("resource"),
    };
}
