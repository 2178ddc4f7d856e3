using System.Collections.Concurrent;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Local;

namespace CallRecording.Tests.Infra.Iam.Requests.Recording;

/// <summary>A whole system, and what its functions asked the services.</summary>
internal sealed class RecordedSystem : IAsyncDisposable
{
    private readonly ConcurrentDictionary<SeenRequest, bool> seen = [];
    private readonly ConcurrentBag<string> problems = [];
    private readonly List<RecordingProxy> proxies = [];

    private RecordedSystem() => Stack = new() { SeenByFunctions = Between };

    public RunningStack Stack { get; }

    public IReadOnlyCollection<SeenRequest> Seen => [.. seen.Keys];

    /// <summary>Requests whose permission is not known.</summary>
    public IReadOnlyCollection<string> Problems => problems;

    public RecordingProxy S3 => proxies[1];

    public RecordingProxy StepFunctions => proxies[2];

    public static async Task<RecordedSystem> StartAsync()
    {
        var system = new RecordedSystem();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            system.proxies.Add(await RecordingProxy.StartAsync(system.seen, system.problems));
        }

        await system.Stack.InitializeAsync();
        return system;
    }

    /// <summary>A request that a browser makes itself, with an address that a function signed.</summary>
    public void Note(string method, Uri presigned) => proxies[1].Note(method, presigned);

    public async ValueTask DisposeAsync()
    {
        await Stack.DisposeAsync();
        foreach (var proxy in proxies)
        {
            await proxy.DisposeAsync();
        }
    }

    private LocalAddresses Between(LocalAddresses addresses)
    {
        Uri[] targets = [addresses.DynamoDb, addresses.Messaging, addresses.StepFunctions, addresses.Bda];
        foreach (var (proxy, target) in proxies.Zip(targets))
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
}
