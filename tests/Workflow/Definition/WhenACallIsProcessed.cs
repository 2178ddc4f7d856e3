using CallRecording.Tests.Emulators.StepFunctions;
using static CallRecording.Tests.Workflow.Definition.ProductDefinition;

namespace CallRecording.Tests.Workflow.Definition;

public sealed class WhenACallIsProcessed
{
    [Fact]
    public async Task Five_states_are_entered_and_three_functions_invoked()
    {
        var functions = new ScriptedFunctions()
            .Returns(Submit, WithJob("Running"))
            .Returns(Status, WithJob("Succeeded"))
            .Returns(Persist, """{"callId":"c-1"}""");
        await using var engine = await OpenAsync(functions);

        var execution = await engine.RunAsync(Input);

        Assert.Equal("SUCCEEDED", execution["status"]!.GetValue<string>());
        Assert.Equal("""{"callId":"c-1"}""", execution["output"]!.GetValue<string>());
        Assert.Equal([Submit, Status, Persist], functions.CalledFunctions);
        Assert.Equal(
            ["InvokeDataAutomation", "WaitForJob", "GetJobStatus", "JobFinished?", "PersistResults"],
            await engine.EnteredAsync());
    }

    [Fact]
    public async Task The_history_is_a_chain_in_the_words_of_AWS()
    {
        var functions = new ScriptedFunctions()
            .Returns(Submit, WithJob("Running"))
            .Returns(Status, WithJob("Succeeded"))
            .Returns(Persist, """{"callId":"c-1"}""");
        await using var engine = await OpenAsync(functions);

        await engine.RunAsync(Input);

        var history = await engine.HistoryAsync();
        string[] task = ["TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited"];
        Assert.Equal(
            [
                "ExecutionStarted", .. task, "WaitStateEntered", "WaitStateExited", .. task,
                "ChoiceStateEntered", "ChoiceStateExited", .. task, "ExecutionSucceeded",
            ],
            history.Select(entry => entry["type"]!.GetValue<string>()));
        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(entry => entry["id"]!.GetValue<int>()));
        Assert.Equal(
            [0, 0, .. Enumerable.Range(2, history.Count - 2)],
            history.Select(entry => entry["previousEventId"]!.GetValue<int>()));
    }
}
