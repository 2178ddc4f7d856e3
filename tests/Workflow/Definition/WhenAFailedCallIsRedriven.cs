using System.Text.Json.Nodes;
using CallRecording.Emulators.Lambda;
using CallRecording.Tests.Emulators.StepFunctions;
using static CallRecording.Tests.Workflow.Definition.ProductDefinition;

namespace CallRecording.Tests.Workflow.Definition;

/// <summary>
/// The product's failure path, with a recorder that throws for a new failure and returns for one it knows.
/// </summary>
public sealed class WhenAFailedCallIsRedriven
{
    private readonly List<string> recorded = [];

    [Fact]
    public async Task After_a_failed_job_a_new_job_is_submitted()
    {
        var functions = new ScriptedFunctions()
            .Returns(Submit, WithJob("Running"))
            .Returns(Status, WithJob("Failed")).Returns(Status, WithJob("Succeeded"))
            .Returns(Persist, "{}")
            .On(Recorder, RecordAsync);
        await using var engine = await OpenAsync(functions);

        var failed = await engine.RunAsync(Input);
        var redriven = await engine.RerunAsync();

        Assert.Equal("FAILED", failed.Text("status"));
        Assert.Equal("CallProcessingFailedException", failed.Text("error"));
        Assert.Equal("REDRIVABLE", failed.Text("redriveStatus"));
        Assert.Equal("SUCCEEDED", redriven.Text("status"));
        Assert.Equal([Submit, Status, Recorder, Recorder, Submit, Status, Persist], functions.CalledFunctions);
        Assert.Equal(
            [
                "InvokeDataAutomation", "WaitForJob", "GetJobStatus", "JobFinished?", "JobFailed", "CaptureFailure",
                "RecordFailure",
                "ResumeWhere?", "InvokeDataAutomation", "WaitForJob", "GetJobStatus", "JobFinished?", "PersistResults",
            ],
            await engine.EnteredAsync());
        // What makes the second one's client token another one.
        Assert.Equal(
            [null, "Failed"],
            functions.Calls.Where(call => call.Function == Submit).Select(call => OutcomeOfTheJobBefore(call.Payload)));
    }

    [Fact]
    public async Task After_failed_results_only_they_are_done_again()
    {
        var functions = new ScriptedFunctions()
            .Returns(Submit, WithJob("Running"))
            .Returns(Status, WithJob("Succeeded"))
            .Throws(Persist, "ResultsUnreadableException").Returns(Persist, "{}")
            .On(Recorder, RecordAsync);
        await using var engine = await OpenAsync(functions);

        await engine.RunAsync(Input);
        var redriven = await engine.RerunAsync();

        Assert.Equal("SUCCEEDED", redriven.Text("status"));
        Assert.Equal([Submit, Status, Persist, Recorder, Recorder, Persist], functions.CalledFunctions);
        Assert.Equal(["RecordFailure", "ResumeWhere?", "PersistResults"], (await engine.EnteredAsync()).TakeLast(3));
    }

    [Fact]
    public async Task The_recorder_is_not_entered_again_and_its_new_attempt_hangs_on_the_old_entry()
    {
        var functions = new ScriptedFunctions().Throws(Submit, "AudioRejectedException").On(Recorder, RecordAsync);
        await using var engine = await OpenAsync(functions);
        await engine.RunAsync(Input);
        var before = await engine.HistoryAsync();

        await engine.RerunAsync();

        var after = await engine.HistoryAsync();
        Assert.Equal(
            before.Select(entry => entry.ToJsonString()),
            after.Take(before.Count).Select(entry => entry.ToJsonString()));
        var added = after.Skip(before.Count).ToList();
        Assert.Equal(
            [
                "ExecutionRedriven", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited",
                "ChoiceStateEntered",
            ],
            added.Take(6).Select(entry => entry.Text("type")!));
        var entry = before.OfType("TaskStateEntered")[^1];
        Assert.Equal("RecordFailure", entry["stateEnteredEventDetails"].Text("name"));
        Assert.Equal(before.Count, added[0]["previousEventId"]!.GetValue<int>());
        Assert.Equal(1, added[0]["executionRedrivenEventDetails"]!["redriveCount"]!.GetValue<int>());
        Assert.Equal(entry["id"]!.GetValue<int>(), added[1]["previousEventId"]!.GetValue<int>());
        Assert.Equal(
            before.OfType("TaskScheduled")[^1]["taskScheduledEventDetails"].Text("parameters"),
            added[1]["taskScheduledEventDetails"].Text("parameters"));
    }

    [Fact]
    public async Task A_second_failure_is_a_new_one()
    {
        var functions = new ScriptedFunctions().Throws(Submit, "AudioRejectedException").On(Recorder, RecordAsync);
        await using var engine = await OpenAsync(functions);

        await engine.RunAsync(Input);
        var again = await engine.RerunAsync();

        Assert.Equal("CallProcessingFailedException", again.Text("error"));
        Assert.Equal(1, again["redriveCount"]!.GetValue<int>());
        Assert.Equal(2, recorded.Count);
    }

    private Task<FunctionResponse> RecordAsync(JsonNode? payload)
    {
        var id = payload.Text("failureId")!;
        if (recorded.Contains(id))
        {
            return Task.FromResult(ScriptedFunctions.Response(payload!["call"]!.ToJsonString()));
        }

        recorded.Add(id);
        return Task.FromResult(ScriptedFunctions.Response(
            """{"errorType":"CallProcessingFailedException","errorMessage":"Recorded."}""", "Unhandled"));
    }

    private static string? OutcomeOfTheJobBefore(string payload) =>
        (string?)JsonNode.Parse(payload)!["call"]!["job"]?["outcome"]; // A submission is of a call.
}
