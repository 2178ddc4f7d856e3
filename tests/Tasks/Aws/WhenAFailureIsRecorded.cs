using CallRecording.Tasks.Aws;

namespace CallRecording.Tests.Tasks.Aws;

public sealed class WhenAFailureIsRecorded(CallRows rows) : IClassFixture<CallRows>
{
    [Fact]
    public async Task The_item_says_where_what_and_why()
    {
        var call = CallRows.Call("failed");
        await rows.BeginAsync(call, CallRows.Older);

        Assert.Equal(RecordedFailure.New, await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-1"));

        var item = await rows.ReadAsync(call);
        Assert.Equal(CallStatus.Failed, item[CallAttributes.Status]);
        Assert.Equal(CallRows.Report.Error, item[CallAttributes.Error]);
        Assert.Equal(CallRows.Report.Cause, item[CallAttributes.Cause]);
        Assert.Equal(CallRows.Report.FailedState, item[CallAttributes.FailedState]);
    }

    [Fact]
    public async Task A_write_that_the_SDK_repeats_is_no_redrive()
    {
        var call = CallRows.Call("repeated");
        await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-1");

        Assert.Equal(RecordedFailure.New, await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-1"));

        Assert.Equal(CallStatus.Failed, (await rows.ReadAsync(call))[CallAttributes.Status]);
    }

    [Fact]
    public async Task Another_invocation_for_the_same_failure_is_a_redrive()
    {
        var call = CallRows.Call("redriven");
        await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-1");

        Assert.Equal(RecordedFailure.Redriven, await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-2"));

        var item = await rows.ReadAsync(call);
        Assert.Equal(CallStatus.InProgress, item[CallAttributes.Status]);
        Assert.DoesNotContain(CallAttributes.Error, item.Keys);
        Assert.DoesNotContain(CallAttributes.Cause, item.Keys);
        Assert.DoesNotContain(CallAttributes.FailedState, item.Keys);
    }

    [Fact]
    public async Task The_next_failure_of_a_redriven_call_is_a_new_one()
    {
        var call = CallRows.Call("failed-again");
        await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-1");
        await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-2");

        Assert.Equal(RecordedFailure.New, await rows.FailAsync(call, CallRows.Older, "f-2", "invocation-3"));

        Assert.Equal(CallStatus.Failed, (await rows.ReadAsync(call))[CallAttributes.Status]);
    }

    [Fact]
    public async Task A_call_that_has_no_item_yet_gets_a_whole_one()
    {
        var call = CallRows.Call("unknown-before");

        await rows.FailAsync(call, CallRows.Older, "f-1", "invocation-1");

        var item = await rows.ReadAsync(call);
        Assert.Equal(call.CallId, item[CallAttributes.CallId]);
        Assert.Equal(call.AudioS3Uri, item[CallAttributes.InputUri]);
        Assert.Equal(CallRows.Older.Arn, item[CallAttributes.ExecutionArn]);
        Assert.Equal(CallAttributes.ListingOfCalls, item[CallAttributes.Listing]);
        Assert.NotNull(item[CallAttributes.CreatedAt]);
    }
}
