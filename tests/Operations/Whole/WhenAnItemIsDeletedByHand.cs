using Amazon.DynamoDBv2.Model;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Reconciling;
using CallRecording.Operations.Redriving;
using CallRecording.Operations.Targets;
using CallRecording.Tasks.Calls;
using CallRecording.Tests.Local;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Operations.Whole;

/// <summary>Its execution still knows the call, and whatever an operator does brings it back.</summary>
[Collection(StackCollection.Name)]
public sealed class WhenAnItemIsDeletedByHand(RunningStack stack)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Step_Functions_own_redrive_brings_it_back()
    {
        var call = await DeletedAsync("deleted-sfn");

        if (AwsCli.IsThere)
        {
            await AwsCli.JsonAsync(
                stack.Addresses.StepFunctions, "stepfunctions", "redrive-execution", "--execution-arn",
                call.ExecutionArn);
        }
        else
        {
            await stack.RedriveAsync(call.ExecutionArn);
        }

        await AssertIsBackAsync(call);
    }

    [Fact]
    public async Task The_redrive_of_failed_calls_brings_it_back()
    {
        var call = await DeletedAsync("deleted-redrive");
        using var target = StackTarget.At(stack.Addresses);
        await using var output = new StringWriter();
        // The stack is other tests' too: never all of its failed calls.
        var order = new RedriveOrder(new FailureFilter(null, [call.CallId], null, null), 100, Confirmations.Yes);

        Assert.True(await new RedriveRun(target, TimeProvider.System, output).RunAsync(order, Stop), output.ToString());

        Assert.Contains("redriven 1, ", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 of them only by their executions", output.ToString(), StringComparison.Ordinal);
        await AssertIsBackAsync(call);
    }

    [Fact]
    public async Task Reconciling_makes_it_again_with_the_reason_and_one_redrive_is_enough()
    {
        var call = await DeletedAsync("deleted-reconcile");
        using var target = StackTarget.At(stack.Addresses);
        await using var output = new StringWriter();

        await new ReconcileRun(target, TimeProvider.System, output).RunAsync(Confirmations.Yes, Stop);

        Assert.Contains($"deleted-reconcile  {call.ExecutionArn}", output.ToString(), StringComparison.Ordinal);
        var item = await stack.ItemAsync(call);
        Assert.Equal("FAILED", (string?)item["bedrock_status"]);
        Assert.Equal("CallProcessingFailedException", (string?)item["error"]);
        await stack.RedriveAsync(call.ExecutionArn);
        await AssertIsBackAsync(call);
    }

    [Fact]
    public async Task Reconciling_makes_one_with_results_again_from_them()
    {
        var call = await stack.ProcessAsync("deleted-done");
        await DeleteAsync(call);
        using var target = StackTarget.At(stack.Addresses);
        await using var output = new StringWriter();

        await new ReconcileRun(target, TimeProvider.System, output).RunAsync(Confirmations.Yes, Stop);

        Assert.Equal("SUCCESS", (string?)(await stack.ItemAsync(call))["bedrock_status"]);
        Assert.Single(await stack.JobsAsync(call.Audio));
    }

    /// <summary>A call that failed, was mended, and has no item.</summary>
    private async Task<SubmittedCall> DeletedAsync(string name)
    {
        var call = await stack.SubmitAsync(name, "client-error");
        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        await stack.MendAsync(call);
        await stack.EventsAreDeliveredAsync();
        await DeleteAsync(call);
        return call;
    }

    private async Task DeleteAsync(SubmittedCall call)
    {
        using var target = StackTarget.At(stack.Addresses);
        var item = await stack.ItemAsync(call);
        var key = new CallItemKey(CallHash.Of(call.CallId), (long)item["epchdatetimestamp"]!);
        await target.DynamoDb.DeleteItemAsync(
            new DeleteItemRequest { TableName = target.Table, Key = key.ToAttributes() }, Stop);
    }

    private async Task AssertIsBackAsync(SubmittedCall call)
    {
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
        Assert.Equal("SUCCESS", (string?)(await stack.ItemAsync(call))["bedrock_status"]);
    }
}
