using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Bda;
using CallRecording.Emulators.Bda.Jobs;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Tests.Emulators.StepFunctions;
using CallRecording.Tests.Workflow.Definition;
using CallRecording.Workflow.Polling;

namespace CallRecording.Tests.Local.Quota;

/// <summary>A burst of calls, all in one moment, against limits: the definition that is deployed, on the engine that
/// runs it on one machine, with time that skips.</summary>
internal sealed class Backlog : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backlog-");
    private readonly ConcurrentDictionary<string, int> transitions = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> succeeded = [];

    // Chance that is the same every time.
    private readonly Random chance = new(20260301);
    private readonly Lock chanceTurn = new();

    public async Task<BacklogResult> RunAsync(int calls, Limits limits)
    {
        var time = new SkippedTime(Start);
        using var database = BdaDatabase.Open(Path.Combine(folder.FullName, "jobs.db"));
        var service = new LimitedService(new JobStore(database), limits, time);
        var functions = new PlayedFunctions(service, new PollPolicy(), time);
        await using var engine = await TestEngine.OpenAsync(
            ProductDefinition.Text, functions, database: null, time, Configured);
        foreach (var number in Enumerable.Range(0, calls))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"call-{number}");
            await engine.StartAsync(name, new JsonObject
            {
                ["callId"] = name,
                ["audioS3Uri"] = $"s3://recordings/{name}.mp3",
                ["timestamp"] = "2026-03-01T11:00:00Z",
            }.ToJsonString());
        }

        await engine.EndAllAsync();

        var places = (calls + limits.Concurrent - 1) / limits.Concurrent;
        return new BacklogResult(
            calls,
            succeeded.Count,
            service.Count,
            [.. transitions.Values],
            succeeded.Values.DefaultIfEmpty(Start).Max() - Start,
            limits.JobTime * places);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private StepFunctionsOptions Configured(StepFunctionsOptions options) => ProductDefinition.Named(options) with
    {
        Jitter = Chance,
        OnEvent = Count,
    };

    private double Chance()
    {
#pragma warning disable CA5394 // Nothing secret is made of it.
        lock (chanceTurn)
        {
            return chance.NextDouble();
        }
#pragma warning restore CA5394
    }

    private void Count(ExecutionEvent change)
    {
        switch (change.Kind)
        {
            case ExecutionEventKind.Entered or ExecutionEventKind.Retried:
                transitions.AddOrUpdate(change.Execution, 1, (_, count) => count + 1);
                break;
            case ExecutionEventKind.Succeeded:
                succeeded[change.Execution] = change.At;
                break;
        }
    }
}
