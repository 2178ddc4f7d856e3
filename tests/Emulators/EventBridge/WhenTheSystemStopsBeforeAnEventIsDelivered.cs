using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Emulators.EventBridge;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Emulators.StepFunctions;

namespace CallRecording.Tests.Emulators.EventBridge;

/// <summary>A rule that was never started leaves the same file behind as one that was killed.</summary>
public sealed class WhenTheSystemStopsBeforeAnEventIsDelivered : IDisposable
{
    private const string Function = ResourceNames.SettlementFunction;
    private const int Burst = 300;

    private static readonly string Machine = Asl.OneTask();

    private readonly SkippedTime time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentQueue<string> log = [];
    private readonly TestDatabase database = new();

    [Fact]
    public async Task The_next_start_delivers_it_as_it_was_then()
    {
        var broken = new ScriptedFunctions().Throws("f", "Broken");
        await using (var killed = await TestEngine.OpenAsync(Machine, broken, database, time))
        {
            await killed.RunAsync();
        }

        var stopped = time.GetUtcNow();
        time.Advance(TimeSpan.FromHours(1));
        await using (var redriven = await TestEngine.OpenAsync(
            Machine, new ScriptedFunctions().Echoes("f"), database, time))
        {
            await redriven.RerunAsync();
        }

        var functions = new ScriptedFunctions().Returns(Function, "{}");
        await using var engine = await TestEngine.OpenAsync(Machine, functions, database, time);
        await DeliverAsync(engine, functions, 1);

        var detail = JsonNode.Parse(Assert.Single(functions.Calls).Payload)!["detail"]!;
        Assert.Equal("FAILED", (string?)detail["status"]);
        Assert.Equal("Broken", (string?)detail["error"]);
        Assert.Equal(0, (int?)detail["redriveCount"]);
        Assert.Equal(stopped.ToUnixTimeMilliseconds(), (long?)detail["stopDate"]);
    }

    [Fact]
    public async Task One_that_was_delivered_is_not_delivered_again()
    {
        var functions = new ScriptedFunctions().Throws("f", "Broken").Returns(Function, "{}");
        await using (var first = await TestEngine.OpenAsync(Machine, functions, database, time))
        {
            await first.RunAsync();
            await DeliverAsync(first, functions, 1);
            await Eventually.TrueAsync(() => first.StatusChanges.Unheard(0, 1).Count == 0, "the event is forgotten");
        }

        await using var engine = await TestEngine.OpenAsync(Machine, functions, database, time);
        await engine.RunAsync(name: "another");
        await DeliverAsync(engine, functions, 1);

        Assert.Equal(["run", "another"], Delivered(functions));
    }

    [Fact]
    public async Task A_delivery_that_was_not_answered_is_made_again()
    {
        var functions = new ScriptedFunctions().Throws("f", "Broken").Hangs(Function).Returns(Function, "{}");
        await using (var killed = await TestEngine.OpenAsync(Machine, functions, database, time))
        {
            await killed.RunAsync();
            await using var rule = new ExecutionStatusRule(
                functions, ResourceNames.SettlementFunction, time, log.Enqueue);
            rule.Start(killed.StatusChanges);
            await functions.Hanging;
        }

        await using var engine = await TestEngine.OpenAsync(Machine, functions, database, time);
        await DeliverAsync(engine, functions, 1);

        Assert.Equal(["run", "run"], Delivered(functions));
    }

    [Fact]
    public async Task A_burst_is_delivered_whole()
    {
        var functions = new ScriptedFunctions().Throws("f", "Broken").Returns(Function, "{}");
        await using var engine = await TestEngine.OpenAsync(Machine, functions, database, time);
        var names = Enumerable.Range(0, Burst)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"run-{number}"));
        foreach (var name in names)
        {
            await engine.StartAsync(name);
        }

        await engine.EndAllAsync();
        await DeliverAsync(engine, functions, Burst);

        Assert.Equal(names.Order(), Delivered(functions).Order());
        Assert.Empty(log);
    }

    public void Dispose() => database.Dispose();

    /// <summary>Starts the rule until it has invoked the function so many times.</summary>
    private async Task DeliverAsync(TestEngine engine, ScriptedFunctions functions, int times)
    {
        var before = Delivered(functions).Count;
        await using var rule = new ExecutionStatusRule(functions, ResourceNames.SettlementFunction, time, log.Enqueue);
        rule.Start(engine.StatusChanges);
        await Eventually.TrueAsync(
            () => Delivered(functions).Count == before + times && engine.StatusChanges.Unheard(0, 1).Count == 0,
            $"{times} events are delivered");
    }

    private static List<string?> Delivered(ScriptedFunctions functions) =>
    [
        .. functions.Calls
            .Where(call => call.Function == Function)
            .Select(call => (string?)JsonNode.Parse(call.Payload)!["detail"]!["name"]),
    ];
}
