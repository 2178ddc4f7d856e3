using CallRecording.Emulators.Lambda;
using static CallRecording.Tests.Emulators.StepFunctions.Asl;

namespace CallRecording.Tests.Emulators.StepFunctions.Stopping;

public sealed class WhenTheEngineStopsGracefully
{
    [Fact]
    public async Task A_running_function_may_end_and_its_result_is_kept_for_the_next_start()
    {
        using var database = new TestDatabase();
        var answer = new TaskCompletionSource<FunctionResponse>();
        var asked = new TaskCompletionSource();
        var functions = new ScriptedFunctions()
            .On("f", _ =>
            {
                asked.SetResult();
                return answer.Task;
            });
        var stopped = await TestEngine.OpenAsync(
            OneTask(), functions, database,
            configure: options => options with { StopGrace = TimeSpan.FromSeconds(10) });
        await stopped.StartAsync("run");
        await asked.Task;

        var stop = stopped.DisposeAsync();
        answer.SetResult(ScriptedFunctions.Response("1"));
        await stop;

        await using var engine = await TestEngine.OpenAsync(OneTask(), functions, database);
        Assert.Equal("1", (await engine.DescribeAsync("run")).Text("output"));
    }

    [Fact]
    public async Task A_function_that_is_stopped_before_the_engine_is_invoked_again_by_the_next_start()
    {
        using var database = new TestDatabase();
        var answer = new TaskCompletionSource<FunctionResponse>();
        var asked = new TaskCompletionSource();
        var functions = new ScriptedFunctions()
            .On("f", _ =>
            {
                asked.SetResult();
                return answer.Task;
            })
            .Returns("f", "1");
        var stopped = await TestEngine.OpenAsync(
            OneTask(), functions, database,
            configure: options => options with { StopGrace = TimeSpan.FromSeconds(10) });
        await stopped.StartAsync("run");
        await asked.Task;

        var stop = stopped.DisposeAsync();
        answer.SetResult(ScriptedFunctions.Response("""{"errorType":"Runtime.ExitError"}""", "Unhandled"));
        await stop;
        await using var engine = await TestEngine.OpenAsync(OneTask(), functions, database);
        await engine.ResumeAsync();

        Assert.Equal("1", (await engine.EndAsync()).Text("output"));
        Assert.Single(functions.RequestIds.Distinct());
    }
}
