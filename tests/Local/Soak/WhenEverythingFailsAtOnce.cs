using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Duplicates, faults that wear off, faults that last, messages that mean nothing, and SIGKILL for whoever it
/// meets, all at the same time; then an auditor counts.</summary>
[Trait("Speed", "Slow")]
public sealed class WhenEverythingFailsAtOnce
{
    /// <summary>Calls under way before the publisher waits: enough that every kill hits many of them.</summary>
    private const int MostUnderWay = 400;

    private const int Publishers = 8;
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

        await PublishAsync(plan, system, publisher, load);
        await load.NothingAsync();
        var audit = new Auditor(
            plan, await FinalPlaces.ReadAsync(system.Addresses), publisher.Tries, mended: false).Compare();
        await TellAsync($"{publisher.Tries.Values.Sum()} messages were published; {audit}");
        Assert.True(audit.IsClean, $"{audit.Report}\n{system.Last}");

        var failed = plan.Calls.Where(call => call.Fault.Error is not null).ToList();
        await AssertReasonsAsync(failed, system);
        foreach (var call in failed)
        {
            await MendAsync(call, system, publisher);
        }

        var redriven = await RunProcess.CommandAsync(
            "ops", "redrive", "--all", "--yes", "--rate", "50", "--port", $"{system.Port}");
        await TellAsync(redriven.TrimEnd());
        await load.NothingAsync();
        var end = new Auditor(
            plan, await FinalPlaces.ReadAsync(system.Addresses), publisher.Tries, mended: true).Compare();
        await TellAsync(end.ToString());
        Assert.True(end.IsClean, $"{end.Report}\n{system.Last}");
    }

    private static async Task PublishAsync(SoakPlan plan, SoakedSystem system, Publisher publisher, Load load)
    {
        var (done, tenths, random) = (0, Math.Max(1, plan.Steps.Count / 10), new Random(Seed));
        await Parallel.ForEachAsync(
            plan.Steps,
            new ParallelOptions { MaxDegreeOfParallelism = Publishers, CancellationToken = Stop },
            async (step, _) =>
            {
                await load.BelowAsync(MostUnderWay);
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

    private static async Task AssertReasonsAsync(IReadOnlyList<PlannedCall> failed, SoakedSystem system)
    {
        foreach (var call in failed)
        {
            var uri = new Uri(system.Addresses.Web, $"/analytics?callId={call.CallId}");
            var item = (await Http.GetFromJsonAsync<JsonObject>(uri, Stop))!["items"]!.AsArray().Single()!;
            Assert.Equal("FAILED", (string?)item["bedrock_status"]);
            Assert.NotEqual(string.Empty, (string?)item["error"] ?? string.Empty);
            Assert.NotEqual(string.Empty, (string?)item["cause"] ?? string.Empty);
        }
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
