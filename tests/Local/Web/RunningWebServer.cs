using System.Text.Json;
using CallRecording.Local.Web;
using CallRecording.Tests.Emulators.EventSourceMapping;

namespace CallRecording.Tests.Local.Web;

/// <summary>The front before a function whose answer the test gives, with a page of two files.</summary>
internal sealed class RunningWebServer : IAsyncDisposable
{
    private readonly DirectoryInfo parent;
    private readonly WebServer front;

    private RunningWebServer(DirectoryInfo parent, WebServer front, AnsweringFunctions functions)
    {
        this.parent = parent;
        this.front = front;
        Functions = functions;
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = front.Endpoint };
    }

    public HttpClient Http { get; }

    public AnsweringFunctions Functions { get; }

    public static Task<RunningWebServer> StartAsync(string answer, TimeProvider? time = null) =>
        StartAsync(_ => Task.FromResult(answer), time);

    public static async Task<RunningWebServer> StartAsync(
        Func<JsonElement, Task<string>> answer,
        TimeProvider? time = null,
        Uri? audioOrigin = null,
        string? uploadsFunction = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var parent = Directory.CreateTempSubdirectory("front-");
        var web = parent.CreateSubdirectory("web");
        web.CreateSubdirectory("parts");
        await File.WriteAllTextAsync(Path.Combine(parent.FullName, "secret.txt"), "secret", cancellation);
        await File.WriteAllTextAsync(Path.Combine(web.FullName, "index.html"), "<h1>Calls</h1>", cancellation);
        await File.WriteAllTextAsync(Path.Combine(web.FullName, "parts", "list.mjs"), "export {};", cancellation);
        var functions = new AnsweringFunctions(answer);
        var front = await WebServer.StartAsync(
            new(0, "retrieval", web.FullName, audioOrigin) { UploadsFunction = uploadsFunction },
            functions,
            time ?? TimeProvider.System,
            cancellation);
        return new(parent, front, functions);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await front.DisposeAsync();
        parent.Delete(recursive: true);
    }
}
