using System.Text.Json.Nodes;
using CallRecording.Emulators.Protocol;
using CallRecording.Emulators.StepFunctions.Running;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>Lets an execution that did not succeed go on from the state it ended in.</summary>
internal sealed class RedriveExecution(MachineIdentity machine, Executions executions)
{
    private const int MaxTokenLength = 64;

    public async Task<JsonObject> AnswerAsync(InputReader members)
    {
        var arn = members.Arn("executionArn");
        var token = ReadToken(members);
        var answer = Arns.ExecutionName(arn, machine) is { } name
            ? await executions.RedriveAsync(name, token)
            : new RedriveAnswer.NoExecution();
        return answer switch
        {
            RedriveAnswer.Redriven redriven => new JsonObject { ["redriveDate"] = redriven.At.ToWire() },
            RedriveAnswer.NotRedrivable refusal =>
                throw new AwsFault("ExecutionNotRedrivable", $"{refusal.Reason}: '{arn}'"),
            _ => throw Arns.NoExecution(arn),
        };
    }

    private static string? ReadToken(InputReader members)
    {
        var token = members.Text("clientToken", 1, MaxTokenLength);
        return token is null || token.All(character => character is >= '!' and <= '~')
            ? token
            : throw InputReader.Invalid("Value at 'clientToken'", "satisfy regular expression pattern: [!-~]+");
    }
}
