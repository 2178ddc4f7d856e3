using System.Text.Json;
using AwsJson;

namespace Amazon.StepFunctions.Model;

public partial class ExecutionStartedEventDetails
{
    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public string Input { get; set; }

    public string RoleArn { get; set; }

    public string StateMachineAliasArn { get; set; }

    public string StateMachineVersionArn { get; set; }

    internal static ExecutionStartedEventDetails Read(JsonElement json) => new()
    {
        InputDetails = json.Member("inputDetails", HistoryEventExecutionDataDetails.Read),
        Input = json.Text("input"),
        RoleArn = json.Text("roleArn"),
        StateMachineAliasArn = json.Text("stateMachineAliasArn"),
        StateMachineVersionArn = json.Text("stateMachineVersionArn"),
    };
}
