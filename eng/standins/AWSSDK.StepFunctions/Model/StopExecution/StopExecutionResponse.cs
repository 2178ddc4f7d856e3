using System.Text.Json;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class StopExecutionResponse : AmazonWebServiceResponse
{
    public DateTime? StopDate { get; set; }

    internal static StopExecutionResponse Read(JsonElement json) => new()
    {
        StopDate = json.Time("stopDate"),
    };
}
