using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class LambdaFunctionScheduledEventDetails
{
    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public TaskCredentials TaskCredentials { get; set; }

    public long? TimeoutInSeconds { get; set; }

    public string Input { get; set; }

    public string Resource { get; set; }

    internal static LambdaFunctionScheduledEventDetails Read(JsonElement json) => new()
    {
        InputDetails = json.Member("inputDetails", HistoryEventExecutionDataDetails.Read),
        TaskCredentials = json.Member("taskCredentials", TaskCredentials.Read),
        TimeoutInSeconds = json.Int64("timeoutInSeconds"),
        Input = json.Text("input"),
        Resource = json.Text("resource"),
    };
}
