using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class CloudWatchEventsExecutionDataDetails
{
    public bool? Included { get; set; }

    internal static CloudWatchEventsExecutionDataDetails Read(JsonElement json) => new()
    {
        Included = json.Flag("included"),
    };
}
