using System.Net.Http.Headers;
using CallRecording.Local.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Stands between the functions and a service, and now and then does to a request what networks and services
/// do.</summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private static readonly TimeSpan SlowBy = TimeSpan.FromMilliseconds(150);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Lock gate = new();
    private readonly Random random;
    private readonly Dictionary<Mishap, int> struck = [];
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
                await Task.Delay(SlowBy, TimeProvider.System, context.RequestAborted);
                break;
        }

        using var answer = await http.SendAsync(Forwarded(context.Request), context.RequestAborted);
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        if (mishap is Mishap.AnswerLost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        Copy(answer.Headers, context.Response);
        Copy(answer.Content.Headers, context.Response);
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

    private HttpRequestMessage Forwarded(HttpRequest request)
    {
        var forwarded = new HttpRequestMessage(
            new HttpMethod(request.Method), new Uri(Target, $"{request.Path.ToUriComponent()}{request.QueryString}"));
        if (request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0)
        {
            forwarded.Content = new StreamContent(request.Body);
            forwarded.Content.Headers.ContentLength = request.ContentLength;
        }

        foreach (var (name, values) in request.Headers.Where(header => !IsOfTheConnection(header.Key)))
        {
            if (!forwarded.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                forwarded.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return forwarded;
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

    private static void Copy(HttpHeaders headers, HttpResponse response)
    {
        foreach (var (name, values) in headers.Where(header => !IsOfTheConnection(header.Key)))
        {
            response.Headers[name] = values.ToArray();
        }
    }

    private static bool IsOfTheConnection(string header) => header.ToLowerInvariant() is
        "connection" or "host" or "keep-alive" or "transfer-encoding" or "content-length" or "expect";
}
