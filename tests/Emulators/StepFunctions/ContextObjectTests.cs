using static CallRecording.Tests.Emulators.StepFunctions.Asl;
using static CallRecording.Tests.Emulators.StepFunctions.JsonAssertions;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class ContextObjectTests
{
    [Fact]
    public async Task It_names_execution_state_and_machine()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Pass","Parameters":{"context.$":"$$"},"End":true}
            """));

        var execution = await engine.RunAsync("""{"a":1}""");

        AssertJson(
            $$"""
            {"context":{
                "Execution":{"Id":"{{TestEngine.ExecutionArn("run")}}","Input":{"a":1},"Name":"run",
                    "RoleArn":"{{TestEngine.RoleArn}}","StartTime":"2026-03-01T12:00:00.000Z","RedriveCount":0},
                "State":{"EnteredTime":"2026-03-01T12:00:00.000Z","Name":"A","RetryCount":0},
                "StateMachine":{"Id":"{{TestEngine.MachineArn}}","Name":"machine"} } }
            """,
            execution.Parsed("output"));
    }

    [Fact]
    public async Task Every_entry_has_a_time_of_its_own_even_within_one_millisecond()
    {
        await using var engine = await TestEngine.OpenAsync(Machine("""
            "A": {"Type":"Pass","Parameters":{"t.$":"$$.State.EnteredTime"},"ResultPath":"$.a","Next":"B"},
            "B": {"Type":"Pass","Parameters":{"t.$":"$$.State.EnteredTime"},"ResultPath":"$.b","End":true}
            """));

        var execution = await engine.RunAsync();

        AssertJson(
            """{"a":{"t":"2026-03-01T12:00:00.000Z"},"b":{"t":"2026-03-01T12:00:00.001Z"}}""",
            execution.Parsed("output"));
    }

    [Fact]
    public async Task A_redrive_is_counted_and_timed_and_leaves_the_time_of_entry()
    {
        var functions = new ScriptedFunctions().Throws("f", "E").Echoes("f");
        await using var engine = await TestEngine.OpenAsync(
            Machine("""
                "A": {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{
                    "FunctionName":"f","Payload":{"count.$":"$$.Execution.RedriveCount",
                    "entered.$":"$$.State.EnteredTime","execution.$":"$$.Execution"}},"End":true}
                """),
            functions);
        await engine.RunAsync();
        engine.Time.Advance(TimeSpan.FromHours(1));

        await engine.RerunAsync();

        Assert.StartsWith(
            """{"count":0,"entered":"2026-03-01T12:00:00.000Z",""", functions.Calls[0].Payload,
            StringComparison.Ordinal);
        Assert.StartsWith(
            """{"count":1,"entered":"2026-03-01T12:00:00.000Z",""", functions.Calls[1].Payload,
            StringComparison.Ordinal);
        Assert.DoesNotContain("RedriveTime", functions.Calls[0].Payload, StringComparison.Ordinal);
        Assert.Contains(
            "\"RedriveTime\":\"2026-03-01T13:00:00.000Z\"", functions.Calls[1].Payload, StringComparison.Ordinal);
    }
}
