using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CallRecording.Emulators.EventBridge;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Emulators.StepFunctions;
using Microsoft.Extensions.Time.Testing;

namespace CallRecording.Tests.Emulators.EventBridge;

public sealed class WhenASweepIsDue
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_function_is_asked_once_in_a_period()
    {
        var log = new ConcurrentQueue<string>();
        var functions = new ScriptedFunctions().Returns(ResourceNames.SettlementFunction, "{}");
        await using var schedule = new ScheduleRule(
            "sweep", functions, ResourceNames.SettlementFunction, Period, time, log.Enqueue);

        time.Advance(Period - TimeSpan.FromSeconds(1));
        Assert.Empty(functions.Calls);
        time.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => functions.Calls.Count == 1, "the first sweep");
        time.Advance(Period);
        await Eventually.TrueAsync(() => functions.Calls.Count == 2, "the second sweep");

        var sent = JsonNode.Parse(functions.Calls[0].Payload)!;
        Assert.Equal("aws.events", (string?)sent["source"]);
        Assert.Equal("Scheduled Event", (string?)sent["detail-type"]);
        Assert.Equal("2026-03-01T12:05:00Z", (string?)sent["time"]);
        Assert.Equal("{}", sent["detail"]!.ToJsonString());
        Assert.Empty(log);
    }
}
