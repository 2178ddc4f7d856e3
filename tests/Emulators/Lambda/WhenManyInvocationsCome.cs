using CallRecording.Emulators.Lambda;
using CallRecording.Tests.Emulators.Node;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Emulators.Lambda;

public sealed class WhenManyInvocationsCome
{
    [Fact]
    public async Task Processes_are_added_up_to_the_maximum_and_the_rest_waits()
    {
        await using var functions = await TestFunctions.StartAsync(concurrency: 3);
        await using var point = await MeetingPoint.OpenAsync();

        var all = Enumerable.Range(0, 5)
            .Select(_ => functions.InvokeAsync(new { @do = "meet", url = point.Url }))
            .ToList();
        await point.ArrivedAsync(3);
        var processes = functions.Host.ProcessCount(TestFunctions.Name);
        var arrivals = point.Arrivals;
        point.LetGo();
        var responses = await Task.WhenAll(all);

        Assert.Equal((3, 3), (processes, arrivals));
        Assert.Equal(5, point.Arrivals);
        Assert.All(responses, response => Assert.Null(response.FunctionError));
        Assert.Equal(3, functions.Host.ProcessCount(TestFunctions.Name));
    }

    [Fact]
    public async Task Who_waits_too_long_is_throttled()
    {
        var time = new FakeTimeProvider();
        await using var functions = await TestFunctions.StartAsync(
            time, concurrency: 1, change: options => options with { MaxWait = TimeSpan.FromSeconds(5) });
        await using var point = await MeetingPoint.OpenAsync();
        var busy = functions.InvokeAsync(new { @do = "meet", url = point.Url });
        await point.ArrivedAsync(1);

        var waiting = functions.InvokeAsync(new { });
        time.Advance(TimeSpan.FromSeconds(5));

        var refusal = await Assert.ThrowsAsync<FunctionInvocationException>(() => waiting);
        Assert.Equal(("TooManyRequestsException", 429), (refusal.Error, refusal.StatusCode));
        point.LetGo();
        Assert.Null((await busy).FunctionError);
    }

    [Fact]
    public async Task Who_finds_the_line_full_is_throttled_at_once()
    {
        await using var functions = await TestFunctions.StartAsync(
            concurrency: 1, change: options => options with { MaxWaiting = 1 });
        await using var point = await MeetingPoint.OpenAsync();
        var busy = functions.InvokeAsync(new { @do = "meet", url = point.Url });
        await point.ArrivedAsync(1);
        var waiting = functions.InvokeAsync(new { });

        var refusal = await Assert.ThrowsAsync<FunctionInvocationException>(() => functions.InvokeAsync(new { }));

        Assert.Equal(429, refusal.StatusCode);
        point.LetGo();
        Assert.All(await Task.WhenAll(busy, waiting), response => Assert.Null(response.FunctionError));
    }

    [Fact]
    public async Task Who_queues_waits_however_long_the_line_and_the_time_are()
    {
        var time = new FakeTimeProvider();
        await using var functions = await TestFunctions.StartAsync(
            time,
            concurrency: 1,
            change: options => options with { MaxWait = TimeSpan.FromSeconds(5), MaxWaiting = 1 });
        await using var point = await MeetingPoint.OpenAsync();
        var busy = functions.InvokeAsync(new { @do = "meet", url = point.Url });
        await point.ArrivedAsync(1);

        var waiting = Enumerable.Range(0, 5)
            .Select(number => functions.QueueAsync(new { }, $"0193a7c0-2b1f-8a11-9c3d-5f6e7d8c9b0{number}")).ToList();
        time.Advance(TimeSpan.FromSeconds(60));
        point.LetGo();
        var answers = await Task.WhenAll([busy, .. waiting]);

        Assert.All(answers, answer => Assert.Null(answer.FunctionError));
    }

    [Fact]
    public async Task Processes_that_are_idle_for_long_are_ended()
    {
        var time = new FakeTimeProvider();
        await using var functions = await TestFunctions.StartAsync(
            time, change: options => options with { IdleTimeout = TimeSpan.FromMinutes(1) });
        await functions.InvokeAsync(new { });
        await IdleAsync(functions);
        time.Advance(TimeSpan.FromSeconds(50));
        await functions.InvokeAsync(new { });
        await IdleAsync(functions);

        time.Advance(TimeSpan.FromSeconds(50));
        var stillThere = functions.Host.ProcessCount(TestFunctions.Name);
        time.Advance(TimeSpan.FromSeconds(70));

        Assert.Equal(1, stillThere);
        await Eventually.TrueAsync(() => functions.Host.ProcessCount(TestFunctions.Name) == 0, "no process is left");
        Assert.Null((await functions.InvokeAsync(new { })).FunctionError);
    }

    [Fact]
    public async Task A_host_that_stops_answers_every_caller_and_leaves_no_process()
    {
        await using var functions = await TestFunctions.StartAsync(concurrency: 1);
        await using var point = await MeetingPoint.OpenAsync();
        var busy = functions.InvokeAsync(new { @do = "meet", url = point.Url });
        await point.ArrivedAsync(1);
        var waiting = functions.InvokeAsync(new { });

        await functions.DisposeAsync();

        foreach (var invocation in new[] { busy, waiting })
        {
            Assert.Equal(500, (await Assert.ThrowsAsync<FunctionInvocationException>(() => invocation)).StatusCode);
        }

        Assert.Equal(0, functions.Host.ProcessCount(TestFunctions.Name));
    }

    private static Task IdleAsync(TestFunctions functions) =>
        Eventually.TrueAsync(() => functions.Host.IdleCount(TestFunctions.Name) == 1, "the process waits for work");
}
