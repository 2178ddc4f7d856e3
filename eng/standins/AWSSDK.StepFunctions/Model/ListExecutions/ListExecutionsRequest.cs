using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ListExecutionsRequest : AmazonStepFunctionsRequest
{
    public ExecutionStatus StatusFilter { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public string StateMachineArn { get; set; }

    internal void Write(Utf8JsonWriter json)
    {
        json.Put("statusFilter", StatusFilter);
        json.Put("maxResults", MaxResults);
        json.Put("nextToken", NextToken);
        json.Put("stateMachineArn", StateMachineArn);
    }
}
