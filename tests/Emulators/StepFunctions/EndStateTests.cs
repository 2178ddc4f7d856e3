using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class EndStateTests
{
    [Fact]
    public async Task Succeed_ends_with_its_output()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Succeed","InputPath":"$.a","OutputPath":"$.b"}
            """));

        var execution = await engine.RunAsync("""{"a":{"b":7}}""");

        Assert.Equal("7", execution.Text("output"));
        Assert.Equal(
            ["ExecutionStarted", "SucceedStateEntered", "SucceedStateExited", "ExecutionSucceeded"],
            await engine.TypesAsync());
    }

    [Fact]
    public async Task Fail_ends_with_its_error_and_cause()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Fail","Error":"E","Cause":"C"}
            """));

        var execution = await engine.RunAsync();

        Assert.Equal(
            ("FAILED", "E", "C"), (execution.Text("status"), execution.Text("error"), execution.Text("cause")));
        Assert.Equal(["ExecutionStarted", "FailStateEntered", "ExecutionFailed"], await engine.TypesAsync());
    }
}
