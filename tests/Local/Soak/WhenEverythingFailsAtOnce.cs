using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CallRecording.Tests.Local.Soak.Auditing;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Duplicates, faults that wear off, faults that last, messages that mean nothing, and SIGKILL for every
/// process that it meets, all at the same time; then an auditor counts.</summary>
[Trait("Speed", "Slow")]
public sealed class WhenEverythingFailsAtOnce
{
    private const int Publishers = 8;

    /// <summary>Of what has a lasting fault: a kill may have come first, and then the fault strikes once
    /// more.</summary>
    private const int MaxRedrives = 3;

    private const int Seed = 20260102;
    private const string CallsVariable = "SOAK_CALLS";
    private const string SummaryVariable = "SOAK_SUMMARY";

    private static readonly HttpClient Http = new();
    private static readonly SemaphoreSlim Telling = new(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>./test --soak makes it a long one.</summary>
    [Fact]
    public async Task Every_call_is_in_one_final_place_and_every_failed_one_can_be_redriven()
    {
        var asked = Environment.GetEnvironmentVariable(CallsVariable);
        var size = string.IsNullOrEmpty(asked)
            ? SoakSize.Short
            : SoakSize.Of(int.Parse(asked, NumberStyles.None, CultureInfo.InvariantCulture));
        var plan = SoakPlan.Of(size, new Random(Seed));
        using var system = await SoakedSystem.StartAsync(size.Speed);
        using var publisher = new Publisher(system.Commands);
        using var load = new Load(system.Addresses);

        await SufferAsync(size, plan, system, publisher, load);
        var audit = await AuditAsync(AuditStage.Ended, plan, system, publisher);
        await AssertReasonsAsync(system);

        foreach (var call in plan.Calls.Where(call => call.Fault.Error is not null))
        {
            await MendAsync(call, system, publisher);
        }

        await RedriveAsync(system, load);
        audit = await AuditAsync(AuditStage.RedrivenOnce, plan, system, publisher);
        for (var redrives = 2; audit.Failed > 0 && redrives <= MaxRedrives; redrives++)
        {
            await RedriveAsync(system, load);
            audit = await AuditAsync(AuditStage.RedrivenOnce, plan, system, publisher);
        }

        await AuditAsync(AuditStage.Final, plan, system, publisher);
    }

    /// <summary>Publishes everything, and kills until all of it has ended.</summary>
    private static async Task SufferAsync(
        SoakSize size, SoakPlan plan, SoakedSystem system, Publisher publisher, Load load)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var killer = size.KillEvery is { } every ? new Killer(system, every, new Random(Seed), TellAsync) : null;
        var killing = killer?.RunAsync(over.Token) ?? Task.CompletedTask;
        try
        {
            await PublishAsync(plan, system, publisher);
            await load.NothingAsync();
        }
        finally
        {
            await over.CancelAsync();
            await killing;
        }

        // The last kill may have come when all had ended.
        await load.NothingAsync();
        await TellAsync(
            $"{publisher.Tries.Values.Sum()} messages were published; {killer?.Summary ?? "kills as planned"}");
    }

    private static async Task RedriveAsync(SoakedSystem system, Load load)
    {
        var redriven = await RunProcess.CommandAsync(
            "ops", "redrive", "--all", "--yes", "--rate", "50", "--port", $"{system.Port}");
        await TellAsync(redriven.TrimEnd());
        await load.NothingAsync();
    }

    private static async Task<Audit> AuditAsync(
        AuditStage stage, SoakPlan plan, SoakedSystem system, Publisher publisher)
    {
        var audit = new Auditor(plan, await FinalPlaces.ReadAsync(system.Addresses), publisher.Tries, stage).Compare();
        await TellAsync($"{stage}: {audit}");
        Assert.True(audit.IsClean, $"{stage}: {audit.Report}\n{system.Last}");
        return audit;
    }

    private static async Task PublishAsync(SoakPlan plan, SoakedSystem system, Publisher publisher)
    {
        var (done, tenths, random) = (0, Math.Max(1, plan.Steps.Count / 10), new Random(Seed));
        await Parallel.ForEachAsync(
            plan.Steps,
            new ParallelOptions { MaxDegreeOfParallelism = Publishers, CancellationToken = Stop },
            async (step, _) =>
            {
                await TakeAsync(step, system, publisher, random);
                var count = Interlocked.Increment(ref done);
                if (count % tenths == 0)
                {
                    await TellAsync($"{count} of {plan.Steps.Count} steps");
                }
            });
    }

    private static async Task TakeAsync(SoakStep step, SoakedSystem system, Publisher publisher, Random random)
    {
        switch (step)
        {
            case SoakStep.Publish publish:
                await publisher.PublishAsync(publish.Call, publish.Again);
                break;
            case SoakStep.PublishBad bad:
                await publisher.PublishAsync(bad.Body);
                break;
            case SoakStep.Kill kill:
                await TellAsync($"SIGKILL: {await system.KillAsync(kill.Victim, random)}");
                break;
        }
    }

    /// <summary>Every call that failed says why at the API.</summary>
    private static async Task AssertReasonsAsync(SoakedSystem system)
    {
        string? next = null;
        do
        {
            var token = next is null ? "" : $"&nextToken={Uri.EscapeDataString(next)}";
            var page = await Http.GetFromJsonAsync<JsonObject>(
                new Uri(system.Addresses.Web, $"/analytics?status=FAILED&limit=100{token}"), Stop);
            Assert.All(page!["items"]!.AsArray(), item =>
            {
                Assert.NotEqual(string.Empty, (string?)item!["error"] ?? string.Empty);
                Assert.NotEqual(string.Empty, (string?)item["cause"] ?? string.Empty);
            });
            next = (string?)page["nextToken"];
        }
        while (next is not null);
    }

    private static Task MendAsync(PlannedCall call, SoakedSystem system, Publisher publisher) =>
        call.Fault == PlannedFault.NoAudio
            ? publisher.UploadAudioAsync(call)
            : system.Commands.MendAsync(call.Submitted.Audio, Stop);

    private static async Task TellAsync(string line)
    {
        await Telling.WaitAsync(Stop);
        try
        {
            if (Environment.GetEnvironmentVariable(SummaryVariable) is { Length: > 0 } summary)
            {
                await File.AppendAllLinesAsync(summary, [line], Stop);
            }
        }
        finally
        {
            Telling.Release();
        }
    }
}
