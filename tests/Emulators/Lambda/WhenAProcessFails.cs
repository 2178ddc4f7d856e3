using System.Diagnostics;
using System.Text.Json;
using CallRecording.Emulators.Lambda;
using CallRecording.Tests.Emulators.Node;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Emulators.Lambda;

public sealed class WhenAProcessFails : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("process-");

    [Theory]
    [InlineData(3, "Runtime exited with error: exit status 3")]
    [InlineData(0, "Runtime exited without providing a reason")]
    public async Task Its_exit_is_the_invocations_error_and_the_next_one_has_a_new_process(int code, string reason)
    {
        await using var functions = await TestFunctions.StartAsync();

        var exited = await functions.InvokeAsync(new { @do = "exit", code });
        var next = await functions.InvokeAsync(new { });

        AssertError(exited, "Runtime.ExitError", $"RequestId: {exited.RequestId} Error: {reason}");
        Assert.Null(next.FunctionError);
    }

    [Fact]
    public async Task A_signal_is_named()
    {
        await using var functions = await TestFunctions.StartAsync();

        var died = await functions.InvokeAsync(new { @do = "die" });

        AssertError(
            died, "Runtime.ExitError", $"RequestId: {died.RequestId} Error: Runtime exited with error: signal: killed");
    }

    [Fact]
    public async Task The_death_of_an_idle_process_fails_no_invocation()
    {
        await using var functions = await TestFunctions.StartAsync();
        var first = JsonSerializer.Deserialize<JsonElement>((await functions.InvokeAsync(new { })).Payload.Span);
        await Eventually.TrueAsync(() => functions.Host.IdleCount(TestFunctions.Name) == 1, "the process waits");

        Process.GetProcessById(first.GetProperty("pid").GetInt32()).Kill();
        await Eventually.TrueAsync(() => functions.Host.ProcessCount(TestFunctions.Name) == 0, "the process is gone");
        var second = await functions.InvokeAsync(new { });

        Assert.Null(second.FunctionError);
    }

    [Fact]
    public async Task One_that_takes_too_long_is_ended()
    {
        var time = new FakeTimeProvider();
        await using var functions = await TestFunctions.StartAsync(time);
        await using var point = await MeetingPoint.OpenAsync();
        var invocation = functions.InvokeAsync(new { @do = "hang", url = point.Url });
        await point.ArrivedAsync(1);

        time.Advance(TimeSpan.FromSeconds(89.9));
        var early = invocation.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(0.1));
        var late = await invocation;

        Assert.False(early);
        AssertError(late, "Sandbox.Timedout", $"RequestId: {late.RequestId} Error: Task timed out after 90.00 seconds");
        await Eventually.TrueAsync(
            () => functions.Host.ProcessCount(TestFunctions.Name) == 0, "the process is gone");
    }

    [Fact]
    public async Task An_init_error_that_it_reports_is_the_answer()
    {
        await using var functions = await TestFunctions.StartAsync(handler: "init-error");

        var failed = await functions.InvokeAsync(new { });

        AssertError(failed, "NoConfigurationException", "TABLE is missing");
    }

    [Fact]
    public async Task An_exit_before_the_first_event_is_the_answer()
    {
        await using var functions = await TestFunctions.StartAsync(handler: "init-exit");

        var failed = await functions.InvokeAsync(new { });

        AssertError(
            failed,
            "Runtime.ExitError",
            $"RequestId: {failed.RequestId} Error: Runtime exited with error: exit status 3");
    }

    [Fact]
    public async Task One_that_is_killed_before_it_is_ready_is_started_again()
    {
        await using var functions = await TestFunctions.StartAsync(
            handler: "init-die-once", table: Path.Combine(folder.FullName, "died"));

        var response = await functions.InvokeAsync(new { });

        Assert.Null(response.FunctionError);
    }

    [Fact]
    public async Task One_that_dies_before_it_is_ready_each_time_is_the_answer_in_the_end()
    {
        await using var functions = await TestFunctions.StartAsync(handler: "init-die");

        var failed = await functions.InvokeAsync(new { });

        AssertError(
            failed,
            "Runtime.ExitError",
            $"RequestId: {failed.RequestId} Error: Runtime exited with error: signal: killed");
    }

    [Fact]
    public async Task One_that_never_gets_ready_is_ended()
    {
        await using var functions = await TestFunctions.StartAsync(
            handler: "init-hang", change: options => options with { InitTimeout = TimeSpan.FromSeconds(0.3) });

        var failed = await functions.InvokeAsync(new { });

        AssertError(
            failed, "Sandbox.Timedout", $"RequestId: {failed.RequestId} Error: Task timed out after 0.30 seconds");
    }

    [Fact]
    public async Task Failing_starts_wait_longer_and_longer()
    {
        var time = new FakeTimeProvider();
        await using var functions = await TestFunctions.StartAsync(time, handler: "init-exit");
        await functions.InvokeAsync(new { });

        var second = functions.InvokeAsync(new { });
        var tooEarly = functions.Host.ProcessCount(TestFunctions.Name);
        time.Advance(TimeSpan.FromMilliseconds(100));
        var due = functions.Host.ProcessCount(TestFunctions.Name);
        await second;
        var third = functions.InvokeAsync(new { });
        time.Advance(TimeSpan.FromMilliseconds(100));
        var notYet = functions.Host.ProcessCount(TestFunctions.Name);
        time.Advance(TimeSpan.FromMilliseconds(100));
        await third;

        Assert.Equal((0, 1, 0), (tooEarly, due, notYet));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void AssertError(FunctionResponse response, string type, string message)
    {
        var error = JsonSerializer.Deserialize<JsonElement>(response.Payload.Span);
        Assert.Equal("Unhandled", response.FunctionError);
        Assert.Equal(type, error.GetProperty("errorType").GetString());
        Assert.Equal(message, error.GetProperty("errorMessage").GetString());
    }
}
