using System.Text.Json;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class RedriveExecutionResponse : AmazonWebServiceResponse
{
    public DateTime? RedriveDate { get; set; }

    internal static RedriveExecutionResponse Read(JsonElement json) => new()
    {
        RedriveDate = json.Time("redriveDate"),
    };
}
