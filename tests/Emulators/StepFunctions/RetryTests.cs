using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions;

public sealed class RetryTests
{
    [Fact]
    public async Task Each_retrier_counts_for_itself_and_a_used_up_one_hands_on_to_catch()
    {
        // AWS's own example: A, B, C, B; the second B is one too many for the first retrier.
        var functions = new ScriptedFunctions().Throws("f", "A").Throws("f", "B").Throws("f", "C").Throws("f", "B");
        await using var engine = await TestEngine.OpenAsync(
            CaughtTask("\"States.ALL\"", """
                "Retry":[
                    {"ErrorEquals":["A","B"],"IntervalSeconds":1,"BackoffRate":2,"MaxAttempts":2},
                    {"ErrorEquals":["C"],"IntervalSeconds":5},
                    {"ErrorEquals":["States.ALL"]}],
                """),
            functions);
        var start = engine.Time.GetUtcNow();

        var execution = await engine.RunAsync();

        Assert.Equal(4, functions.Calls.Count);
        Assert.Equal("B", execution.Parsed("output").Text("Error"));
        Assert.Equal(TimeSpan.FromSeconds(1 + 2 + 5), engine.Time.GetUtcNow() - start);
    }

    [Theory]
    [InlineData("", new double[] { 1, 2, 4 })]
    [InlineData(""","IntervalSeconds":3,"BackoffRate":1.5,"MaxAttempts":4""", new double[] { 3, 4.5, 6.75, 10.125 })]
    [InlineData(
        ""","IntervalSeconds":2,"BackoffRate":10,"MaxDelaySeconds":30,"MaxAttempts":4""",
        new double[] { 2, 20, 30, 30 })]
    [InlineData(""","IntervalSeconds":4,"JitterStrategy":"FULL","MaxAttempts":2""", new double[] { 2, 4 })]
    [InlineData(""","IntervalSeconds":4,"JitterStrategy":"NONE","MaxAttempts":2""", new double[] { 4, 8 })]
    [InlineData(""","MaxAttempts":0""", new double[] { })]
    public async Task Delays_grow_by_the_rate_up_to_the_cap_with_half_of_them_by_a_jitter_of_one_half(
        string fields, double[] delays)
    {
        var functions = new ScriptedFunctions().Throws("f", "E");
        await using var engine = await TestEngine.OpenAsync(
            OneTask($$"""
                "Retry":[{"ErrorEquals":["E"]{{fields}}}],
                """),
            functions);

        var execution = await engine.RunAsync();

        Assert.Equal("E", execution.Text("error"));
        Assert.Equal(delays.Length + 1, functions.Calls.Count);
        Assert.Equal(delays, engine.News.Select(item => item.Delay?.TotalSeconds).OfType<double>());
    }

    [Fact]
    public async Task Delays_are_divided_by_the_speed()
    {
        var functions = new ScriptedFunctions().Throws("f", "E").Returns("f", "1");
        await using var engine = await TestEngine.OpenAsync(
            OneTask("""
                "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":60}],
                """),
            functions,
            configure: options => options with { Speed = 60 });
        var start = engine.Time.GetUtcNow();

        await engine.RunAsync();

        Assert.Equal(TimeSpan.FromSeconds(1), engine.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_retry_schedules_again_in_the_same_visit_of_the_state()
    {
        var functions = new ScriptedFunctions().Throws("f", "E").Returns("f", "1");
        await using var engine = await TestEngine.OpenAsync(
            OneTask("""
                "Retry":[{"ErrorEquals":["E"]}],
                """),
            functions);

        await engine.RunAsync();

        var history = await engine.HistoryAsync();
        Assert.Equal(
            [
                "ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskFailed",
                "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded",
            ],
            history.Select(entry => entry.Text("type")!));
        Assert.Equal(
            [0, 0, 2, 3, 4, 5, 6, 7, 8, 9], history.Select(entry => entry["previousEventId"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Counters_begin_anew_when_the_state_is_entered_again()
    {
        var functions = new ScriptedFunctions()
            .Throws("f", "E").Throws("f", "E").Returns("f", "1")
            .Throws("f", "E").Throws("f", "E").Returns("f", "2");
        await using var engine = await TestEngine.OpenAsync(
            Machine("""
                "A": {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},
                    "OutputPath":"$.Payload","Retry":[{"ErrorEquals":["E"],"MaxAttempts":2}],"Next":"B"},
                "B": {"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":1,"Next":"A"}],"Default":"C"},
                "C": {"Type":"Succeed"}
                """),
            functions);

        var execution = await engine.RunAsync();

        Assert.Equal("SUCCEEDED", execution.Text("status"));
        Assert.Equal(6, functions.Calls.Count);
    }

    [Fact]
    public async Task The_context_object_counts_retries_and_keeps_the_time_of_entry()
    {
        var functions = new ScriptedFunctions().Throws("f", "E").Throws("f", "D").Echoes("f");
        await using var engine = await TestEngine.OpenAsync(
            Machine("""
                "A": {"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
                    "Parameters":{"FunctionName":"f","Payload.$":"$$.State"},
                    "Retry":[{"ErrorEquals":["E"]},{"ErrorEquals":["D"]}],"End":true}
                """),
            functions);

        await engine.RunAsync();

        Assert.Equal(
            Enumerable.Range(0, 3).Select(count =>
                $$"""{"EnteredTime":"2026-03-01T12:00:00.000Z","Name":"A","RetryCount":{{count}}}"""),
            functions.Calls.Select(call => call.Payload));
    }
}
