using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ExecutionRedrivenEventDetails
{
    public int? RedriveCount { get; set; }

    internal static ExecutionRedrivenEventDetails Read(JsonElement json) => new()
    {
        RedriveCount = json.Int32("redriveCount"),
    };
}
