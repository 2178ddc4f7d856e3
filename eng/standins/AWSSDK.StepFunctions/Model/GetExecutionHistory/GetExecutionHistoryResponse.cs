using System.Text.Json;
using Amazon.Runtime;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class GetExecutionHistoryResponse : AmazonWebServiceResponse
{
    public List<HistoryEvent> Events { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    internal static GetExecutionHistoryResponse Read(JsonElement json) => new()
    {
        Events = json.List("events", HistoryEvent.Read),
    };
}
