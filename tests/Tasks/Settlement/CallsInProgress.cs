using System.Text.Json.Nodes;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tests.Emulators.StepFunctions;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.Settlement;

/// <summary>Calls that a sweep finds, one a second.</summary>
internal static class CallsInProgress
{
    internal static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    internal static async Task AddAsync(SettlementWorld world, string name, int seconds = 0, bool breaks = false)
    {
        var call = CallNamed(name, seconds, breaks);
        await world.BeginAsync(call, await world.StartAsync(name, call));
    }

    /// <summary>Calls whose executions are unknown, gone-0, gone-1 and so on, old enough.</summary>
    internal static async Task AddGoneAsync(SettlementWorld world, int count)
    {
        for (var number = 0; number < count; number++)
        {
            world.Engine.Time.Advance(TimeSpan.FromMilliseconds(500));
            await world.BeginAsync(
                CallNamed($"gone-{number}"), new(TestEngine.ExecutionArn($"gone-{number}"), Now(world)));
        }

        world.Engine.Time.Advance(SettlementWorld.SettleAfter + Second);
    }

    internal static Call CallNamed(string name, int seconds = 0, bool breaks = false) => TestCalls.Call with
    {
        CallId = name,
        Metadata = breaks ? new JsonObject { ["breaks"] = true } : new JsonObject { ["seconds"] = seconds },
    };

    internal static string Now(SettlementWorld world) => ItemTime.Of(world.Engine.Time.GetUtcNow());

    internal static async Task<string?> ErrorAsync(SettlementWorld world, string name) =>
        (string?)(await world.RowAsync(CallNamed(name)))["error"];

    internal static async Task<IReadOnlyList<string?>> StatusesAsync(SettlementWorld world, params string[] names) =>
        await Task.WhenAll(names.Select(name => world.StatusAsync(CallNamed(name))));
}
