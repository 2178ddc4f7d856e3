using System.Threading.Channels;
using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Lambda;

/// <summary>The service's side of the Runtime API: hands out events, then lets the function wait.</summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    public const string Path = "/GetJobStatus/2018-06-01/runtime";

    public const string TraceId = "Root=1-5759e988-bd862e3fe1be46a994272793";

    public const string TenantId = "tenant-1";

    public static readonly DateTimeOffset Deadline = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Channel<string> events = Channel.CreateUnbounded<string>();
    private readonly Channel<Received> posts = Channel.CreateUnbounded<Received>();
    private RecordingServer? server;
    private int handedOut;

    public string Endpoint => $"{Server.Address.Authority}/GetJobStatus";

    public RecordingServer Server => server ?? throw new InvalidOperationException("The fake is not started.");

    public static async Task<FakeRuntimeApi> StartAsync(params string[] events)
    {
        var api = new FakeRuntimeApi();
        foreach (var json in events)
        {
            api.events.Writer.TryWrite(json);
        }

        api.server = await RecordingServer.StartAsync(api.AnswerAsync);
        return api;
    }

    /// <summary>The next thing the function reports.</summary>
    public ValueTask<Received> PostAsync() => posts.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private async Task<Answer> AnswerAsync(Received request, CancellationToken cancellationToken)
    {
        if (request.Method == "POST")
        {
            posts.Writer.TryWrite(request);
            return new Answer(202, """{"status":"OK"}""");
        }

        var json = await events.Reader.ReadAsync(cancellationToken);
        return new Answer(
            200,
            json,
            ("Lambda-Runtime-Aws-Request-Id", $"request-{++handedOut}"),
            ("Lambda-Runtime-Deadline-Ms", $"{Deadline.ToUnixTimeMilliseconds()}"),
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:000000000000:function:GetJobStatus"),
            ("Lambda-Runtime-Trace-Id", TraceId),
            ("Lambda-Runtime-Aws-Tenant-Id", TenantId));
    }
}
