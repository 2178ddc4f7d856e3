using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Calls;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;
using static CallRecording.Tests.Tasks.Intake.StarterWorld;

namespace CallRecording.Tests.Tasks.Intake;

/// <summary>What an earlier message of the same call has left.</summary>
internal static class EarlierCalls
{
    /// <summary>c-1 was received and came so far.</summary>
    internal static async Task<ExecutionReference> EndedAsync(StarterWorld world, string status)
    {
        await world.TakeAsync(Message("c-1"));
        var arn = Assert.Single(await world.ExecutionsAsync());
        var execution = new ExecutionReference(arn, "2026-03-01T12:00:00.000Z");
        await BeginAsync(world, execution);
        if (status == "SUCCESS")
        {
            await SucceedAsync(world, execution);
        }
        else if (status == "FAILED")
        {
            Assert.Equal(RecordedFailure.New, await world.Table.Items(world.Engine.Time).RecordFailureAsync(
                new FailureCaptured(CallNamed("c-1"), execution, "2026-03-01T12:00:01.000Z"),
                new FailureReport("InvokeDataAutomation", "AudioRejectedException", "There is none."),
                "request-1",
                TestContext.Current.CancellationToken));
        }

        return execution;
    }

    internal static Task BeginAsync(StarterWorld world, ExecutionReference execution) =>
        world.Table.Items(world.Engine.Time).BeginAsync(
            CallNamed("c-1"),
            execution,
            TestCalls.Recording,
            TestCalls.OutputUri,
            TestContext.Current.CancellationToken);

    internal static async Task SucceedAsync(StarterWorld world, ExecutionReference execution) =>
        Assert.True(await world.Table.Items(world.Engine.Time).TrySucceedAsync(
            CallNamed("c-1"),
            execution,
            new Dictionary<string, AttributeValue> { ["transcript"] = new("Hello.") },
            TestContext.Current.CancellationToken));

    internal static Call CallNamed(string callId) => new()
    {
        CallId = callId,
        AudioS3Uri = "s3://recordings/a.wav",
        Timestamp = Timestamp,
    };
}
