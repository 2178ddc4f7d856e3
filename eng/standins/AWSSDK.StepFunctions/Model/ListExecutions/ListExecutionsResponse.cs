using System.Text.Json;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ListExecutionsResponse : AmazonWebServiceResponse
{
    public List<ExecutionListItem> Executions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string NextToken { get; set; }

    internal static ListExecutionsResponse Read(JsonElement json) => new()
    {
        Executions = json.List("executions", ExecutionListItem.Read),
        NextToken = json.Text("nextToken"),
    };
}
