using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class HistoryEventExecutionDataDetails
{
    public bool? Truncated { get; set; }

    internal static HistoryEventExecutionDataDetails Read(JsonElement json) => new()
    {
        Truncated = json.Flag("truncated"),
    };
}
