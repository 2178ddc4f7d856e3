using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Local.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenMetadataIsNested(RunningStack stack)
{
    /// <summary>The deepest that intake lets through; what is deeper is refused there, see WhenABatchArrives.</summary>
    private const int MaxLevels = 32;

    [Fact]
    public async Task As_deep_as_intake_allows_it_goes_through_every_task()
    {
        var first = await stack.SubmitAsync("nested");
        await stack.EndOfAsync(first.ExecutionArn);
        var message = JsonNode.Parse(first.Message())!.AsObject();
        message["callId"] = "nested-deep";
        message["metadata"] = Nested(MaxLevels);

        await stack.Commands.PublishAsync(message.ToJsonString(), TestContext.Current.CancellationToken);

        var name = ExecutionName.For(CallNotification.Read(message.ToJsonString()));
        var arn = first.ExecutionArn[..(first.ExecutionArn.LastIndexOf(':') + 1)] + name;
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(arn));
        var item = (await stack.AskAsync("/analytics?callId=nested-deep"))["items"]![0]!;
        Assert.Equal("SUCCESS", (string?)item["bedrock_status"]);
        Assert.StartsWith("""{"a":{"a":{""", item["metadata"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static JsonObject Nested(int levels) => new() { ["a"] = levels == 1 ? 1 : Nested(levels - 1) };
}
