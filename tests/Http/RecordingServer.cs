using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallRecording.Tests.Http;

/// <summary>A real HTTP server on a free port that keeps what it was asked.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    /// <summary>The Lambda runtime client tells X-Ray about an error in a header of up to a megabyte.</summary>
    private const int MaxHeaderBytes = 2 * 1024 * 1024;

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> requests = new();

    private RecordingServer(WebApplication app) => this.app = app;

    public IReadOnlyList<Received> Requests => [.. requests];

    public Uri Address => new(app.Urls.Single());

    /// <param name="answers">One per request; the last one goes on for ever.</param>
    public static Task<RecordingServer> StartAsync(params Answer[] answers)
    {
        var asked = 0;
        return StartAsync((_, _) =>
            Task.FromResult(answers[Math.Min(Interlocked.Increment(ref asked), answers.Length) - 1]));
    }

    public static async Task<RecordingServer> StartAsync(Func<Received, CancellationToken, Task<Answer>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
            kestrel.Limits.MaxRequestBufferSize = MaxHeaderBytes;
        });
        var server = new RecordingServer(builder.Build());
        server.app.Run(context => server.AnswerAsync(context, answer));
        await server.app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<Received, CancellationToken, Task<Answer>> answer)
    {
        using var body = new StreamReader(context.Request.Body);
        var received = new Received(
            context.Request.Method,
            context.Request.Path,
            context.Request.Headers.ToDictionary(
                header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await body.ReadToEndAsync(context.RequestAborted));
        requests.Enqueue(received);

        var (statusCode, text, headers) = await answer(received, context.RequestAborted);
        context.Response.StatusCode = statusCode;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(text, context.RequestAborted);
    }
}
