using CallRecording.Emulators.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Stands between the functions and a service, and now and then does to a request what networks and services
/// do.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Lock gate = new();
    private readonly Random random;
    private readonly Dictionary<Mishap, int> struck = [];
    private readonly HashSet<Task> underWay = [];
    private LoopbackService server = null!; // Set before StartAsync hands this object out.
    private TaskCompletionSource? enough;
    private int refusalsLeft;

    private FaultyProxy(Random random) => this.random = random;

    public Uri Address => server.Address;

    /// <summary>The service itself.</summary>
    public Uri Target { get; set; } = new("http://127.0.0.1:1");

    /// <summary>How often each mishap struck.</summary>
    public IReadOnlyDictionary<Mishap, int> Struck => struck;

    public static async Task<FaultyProxy> StartAsync(Random random)
    {
        var proxy = new FaultyProxy(random);
        proxy.server = await LoopbackService.StartAsync(
            0, routes => routes.MapFallback("{**path}", proxy.AnswerAsync), TestContext.Current.CancellationToken);
        return proxy;
    }

    /// <summary>The service is away until so many requests have found it away.</summary>
    public Task BeAwayAsync(int requests)
    {
        lock (gate)
        {
            refusalsLeft = requests;
            enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return enough.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var earlier = Begin(answered.Task);
        try
        {
            await AnswerAsync(context, earlier);
        }
        finally
        {
            lock (gate)
            {
                underWay.Remove(answered.Task);
            }

            answered.SetResult();
        }
    }

    /// <returns>The requests that came before and are not answered yet.</returns>
    private Task[] Begin(Task request)
    {
        lock (gate)
        {
            Task[] earlier = [.. underWay];
            underWay.Add(request);
            return earlier;
        }
    }

    private async Task AnswerAsync(HttpContext context, Task[] earlier)
    {
        var mishap = Next();
        switch (mishap)
        {
            case Mishap.Away:
                context.Abort();
                return;
            case Mishap.Error or Mishap.Throttled:
                await RefuseAsync(context, mishap);
                return;
            case Mishap.Slow:
                await Task.WhenAll(earlier).WaitAsync(context.RequestAborted);
                break;
        }

        using var answer = await http.SendAsync(Forwarding.Of(context.Request, Target), context.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (mishap is Mishap.AnswerLost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        Forwarding.Copy(answer.Headers, context.Response);
        Forwarding.Copy(answer.Content.Headers, context.Response);
        // That of a HEAD tells of a body that is not sent.
        context.Response.ContentLength = answer.Content.Headers.ContentLength ?? body.Length;
        if (mishap is Mishap.AnswerCut && body.Length > 1)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private Mishap Next()
    {
        lock (gate)
        {
            var mishap = refusalsLeft > 0 ? Mishap.Away : random.Next(100) switch
            {
                < 4 => Mishap.Error,
                < 8 => Mishap.Throttled,
                < 11 => Mishap.AnswerLost,
                < 13 => Mishap.AnswerCut,
                < 15 => Mishap.Slow,
                _ => Mishap.None,
            };
            struck[mishap] = struck.GetValueOrDefault(mishap) + 1;
            if (mishap is Mishap.Away && --refusalsLeft == 0)
            {
                enough?.SetResult();
            }

            return mishap;
        }
    }

    // As each service says it: those of JSON by their member __type, S3 in XML.
    private static async Task RefuseAsync(HttpContext context, Mishap mishap)
    {
        var isThrottled = mishap is Mishap.Throttled;
        if (context.Request.Headers.ContainsKey("x-amz-target"))
        {
            context.Response.StatusCode = isThrottled ? 400 : 500;
            context.Response.ContentType = "application/x-amz-json-1.0";
            await context.Response.WriteAsync(isThrottled
                ? """{"__type":"ThrottlingException","message":"Rate exceeded"}"""
                : """{"__type":"InternalServerError","message":"Something broke"}""");
            return;
        }

        context.Response.StatusCode = isThrottled ? 503 : 500;
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync(
            $"<Error><Code>{(isThrottled ? "SlowDown" : "InternalError")}</Code><Message>Later</Message></Error>");
    }
}
