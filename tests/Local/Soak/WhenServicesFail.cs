using CallRecording.Local;
using CallRecording.Local.Commands;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Local.Soak.Auditing;

namespace CallRecording.Tests.Local.Soak;

/// <summary>DynamoDB, S3, Step Functions and Bedrock Data Automation throttle, break, answer slowly, or do what they
/// were asked and cannot say so; DynamoDB and S3 are away for a while. No operator does anything about it.</summary>
[Trait("Speed", "Slow")]
public sealed class WhenServicesFail : IAsyncDisposable
{
    private const int Seed = 4;
    private const int RequestsAway = 40;
    private const int Parallel = 8;

    private static readonly SoakSize Size = new(50, 10, 4, 0, 0, 0, null, 200, WithHanging: false);

    private readonly string folder = Directory.CreateTempSubdirectory("call-recording-faulty-").FullName;
    private readonly List<FaultyProxy> proxies = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in proxies)
        {
            await proxy.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_call_succeeds_all_the_same_once_and_with_one_job()
    {
        foreach (var number in Enumerable.Range(0, 4))
        {
            proxies.Add(await FaultyProxy.StartAsync(new Random(Seed + number)));
        }

        var plan = SoakPlan.Of(Size, new Random(Seed));
        await using var system = await LocalSystem.StartAsync(
            new LocalOptions(0, folder, Size.Speed, ProjectFiles.Root, SubmitSamples: false)
            {
                SeenByFunctions = Between,
            },
            _ => { },
            Stop);
        using var commands = RunningSystem.At(system.Addresses);
        using var publisher = new Publisher(commands);
        using var load = new Load(system.Addresses);

        var half = plan.Steps.Count / 2;
        await PublishAsync(plan.Steps.Take(half), publisher);
        Task[] outages = [.. proxies.Take(2).Select(proxy => proxy.BeAwayAsync(RequestsAway))];
        await PublishAsync(plan.Steps.Skip(half), publisher);
        await Task.WhenAll(outages);
        await load.NothingAsync();

        var audit = new Auditor(
            plan, await FinalPlaces.ReadAsync(system.Addresses), publisher.Tries, AuditStage.Ended).Compare();
        Assert.True(audit.IsClean && audit.FailedByKills == 0, audit.Report);
        Assert.All(proxies.Take(2), proxy => Assert.Equal(Enum.GetValues<Mishap>(), proxy.Struck.Keys.Order()));
        Assert.All(proxies, proxy => Assert.Contains(Mishap.AnswerLost, proxy.Struck.Keys));
    }

    private LocalAddresses Between(LocalAddresses addresses)
    {
        foreach (var (proxy, target) in proxies.Zip(
            [addresses.DynamoDb, addresses.Messaging, addresses.StepFunctions, addresses.Bda]))
        {
            proxy.Target = target;
        }

        return addresses with
        {
            DynamoDb = proxies[0].Address,
            Messaging = proxies[1].Address,
            StepFunctions = proxies[2].Address,
            Bda = proxies[3].Address,
        };
    }

    private static Task PublishAsync(IEnumerable<SoakStep> steps, Publisher publisher) =>
        System.Threading.Tasks.Parallel.ForEachAsync(
            steps.OfType<SoakStep.Publish>(),
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = Stop },
            async (step, _) => await publisher.PublishAsync(step.Call, step.Again));
}
