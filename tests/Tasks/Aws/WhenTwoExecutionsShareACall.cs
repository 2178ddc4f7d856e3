using CallRecording.Tasks.Aws;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tests.Tasks.Aws;

public sealed class WhenTwoExecutionsShareACall(CallRows rows) : IClassFixture<CallRows>
{
    [Fact]
    public async Task The_one_that_started_later_takes_the_item_over()
    {
        var call = CallRows.Call("taken-over");
        await rows.BeginAsync(call, CallRows.Older);
        var created = (await rows.ReadAsync(call))[CallAttributes.CreatedAt];

        await rows.BeginAsync(call, CallRows.Newer);

        var item = await rows.ReadAsync(call);
        Assert.Equal(CallRows.Newer.Arn, item[CallAttributes.ExecutionArn]);
        Assert.Equal(created, item[CallAttributes.CreatedAt]);
    }

    [Fact]
    public async Task The_one_that_started_earlier_submits_no_job_for_it()
    {
        var call = CallRows.Call("stale-begin");
        await rows.BeginAsync(call, CallRows.Newer);
        var before = await rows.ReadAsync(call);

        await Assert.ThrowsAsync<CallSupersededException>(() => rows.BeginAsync(call, CallRows.Older));

        Assert.Equal(before, await rows.ReadAsync(call));
    }

    [Fact]
    public async Task A_stale_one_never_overwrites_results()
    {
        var call = CallRows.Call("stale-results");
        await rows.SucceedAsync(call, CallRows.Newer, "newer");
        var before = await rows.ReadAsync(call);

        Assert.False(await rows.SucceedAsync(call, CallRows.Older, "older"));

        Assert.Equal(before, await rows.ReadAsync(call));
    }

    [Fact]
    public async Task A_late_failure_of_the_stale_one_changes_nothing()
    {
        var call = CallRows.Call("stale-failure");
        await rows.SucceedAsync(call, CallRows.Newer, "newer");
        var before = await rows.ReadAsync(call);

        Assert.Equal(RecordedFailure.Superseded, await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-1"));

        Assert.Equal(before, await rows.ReadAsync(call));
    }

    [Fact]
    public async Task Success_takes_away_what_an_earlier_failure_and_earlier_results_left()
    {
        var call = CallRows.Call("mended");
        await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-1");
        await rows.Items.TrySucceedAsync(
            call,
            CallRows.Older,
            new Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>
            {
                [CallAttributes.CallSummary] = new() { S = "of an earlier result" },
            },
            TestContext.Current.CancellationToken);

        Assert.True(await rows.SucceedAsync(call, CallRows.Newer, "newer"));

        var item = await rows.ReadAsync(call);
        Assert.Equal("newer", item[CallAttributes.Transcript]);
        Assert.DoesNotContain(CallAttributes.Error, item.Keys);
        Assert.DoesNotContain(CallAttributes.CallSummary, item.Keys);
    }
}
