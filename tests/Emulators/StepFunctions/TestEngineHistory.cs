using System.Text.Json.Nodes;

namespace CallRecording.Tests.Emulators.StepFunctions;

/// <summary>What the executions of an engine went through.</summary>
internal static class TestEngineHistory
{
    /// <summary>All events, page by page.</summary>
    public static async Task<IReadOnlyList<JsonObject>> HistoryAsync(this TestEngine engine, string name = "run")
    {
        var events = new List<JsonObject>();
        var request = new JsonObject { ["executionArn"] = TestEngine.ExecutionArn(name), ["maxResults"] = 1000 };
        do
        {
            var page = await engine.CallAsync("GetExecutionHistory", (JsonObject)request.DeepClone());
            events.AddRange(page["events"]!.AsArray().Select(entry => entry!.AsObject()));
            request["nextToken"] = page["nextToken"]?.DeepClone();
        }
        while (request["nextToken"] is not null);
        return events;
    }

    public static async Task<IReadOnlyList<string>> TypesAsync(this TestEngine engine, string name = "run") =>
        [.. (await engine.HistoryAsync(name)).Select(entry => entry["type"]!.GetValue<string>())];

    /// <summary>The states entered, in order.</summary>
    public static async Task<IReadOnlyList<string>> EnteredAsync(this TestEngine engine, string name = "run") =>
        [
            .. (await engine.HistoryAsync(name)).Select(entry => entry["stateEnteredEventDetails"].Text("name"))
                .OfType<string>(),
        ];
}
