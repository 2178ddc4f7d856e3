using System.Collections.Concurrent;
using System.Text.Json;
using CallRecording.Emulators.Lambda;

namespace CallRecording.Tests.Emulators.Lambda;

/// <summary>A host with one function: the runtime client of these tests.</summary>
internal sealed class TestFunctions : IAsyncDisposable
{
    public const string Name = "probe";

    private TestFunctions(FunctionHost host, ConcurrentQueue<string> lines) => (Host, Lines) = (host, lines);

    public FunctionHost Host { get; }

    public ConcurrentQueue<string> Lines { get; }

    public static async Task<TestFunctions> StartAsync(
        TimeProvider? time = null,
        string handler = "probe",
        int concurrency = 4,
        string table = "t",
        Func<FunctionHostOptions, FunctionHostOptions>? change = null)
    {
        var lines = new ConcurrentQueue<string>();
        var options = new FunctionHostOptions(
            ProjectFiles.At("tests", "Emulators", "Lambda", "runtime-client.mjs"), 0,
            (function, line) => lines.Enqueue($"{function}: {line}"));
        var host = await FunctionHost.StartAsync(
            change?.Invoke(options) ?? options,
            time ?? TimeProvider.System,
            TestContext.Current.CancellationToken);
        var environment = new Dictionary<string, string> { ["TABLE"] = table };
        host.Register(new(Name, handler, TimeSpan.FromSeconds(90), 256, concurrency, environment));
        return new(host, lines);
    }

    public Task<FunctionResponse> InvokeAsync(object payload) => Host.InvokeAsync(
        Name, JsonSerializer.SerializeToUtf8Bytes(payload), TestContext.Current.CancellationToken);

    /// <summary>As the engine invokes: with a request id of its own, and for as long as it takes.</summary>
    public Task<FunctionResponse> QueueAsync(object payload, string requestId) => Host.InvokeAsync(
        new InvokeRequest(Name, JsonSerializer.SerializeToUtf8Bytes(payload)) { RequestId = requestId, Queues = true },
        TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
