using System.Text;
using System.Text.Json.Nodes;
using CallRecording.Local.ExecutionPages;
using CallRecording.Local.Web;
using CallRecording.Tests.Emulators.StepFunctions;

namespace CallRecording.Tests.Local.ExecutionPages;

/// <summary>The front with the executions page, before a real engine.</summary>
internal sealed class ExecutionsServer : IAsyncDisposable
{
    private readonly WebServer front;

    private ExecutionsServer(WebServer front, TestEngine engine)
    {
        this.front = front;
        Engine = engine;
        Http = new HttpClient { BaseAddress = front.Endpoint };
    }

    public TestEngine Engine { get; }

    public HttpClient Http { get; }

    /// <param name="engine">Ends with this.</param>
    public static async Task<ExecutionsServer> StartAsync(TestEngine engine)
    {
        var page = new ExecutionsPage(
            ProjectFiles.At("local", "ExecutionPages", "page"), TestEngine.MachineArn, engine.AnswerOperatorAsync);
        var options = new WebServerOptions(0, "retrieval", ProjectFiles.At("web")) { Executions = page };
        var front = await WebServer.StartAsync(
            options, new ScriptedFunctions(), TimeProvider.System, TestContext.Current.CancellationToken);
        return new ExecutionsServer(front, engine);
    }

    public async Task<(int Status, JsonObject Body)> AskAsync(
        string operation,
        JsonObject request,
        string contentType = "application/x-amz-json-1.0",
        params (string Name, string Value)[] headers)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri("/executions/api", UriKind.Relative));
        message.Content = new StringContent(request.ToJsonString(), Encoding.UTF8, contentType);
        message.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{operation}");
        foreach (var (name, value) in headers)
        {
            message.Headers.Add(name, value);
        }

        using var response = await Http.SendAsync(message, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonNode.Parse(body)!.AsObject());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await front.DisposeAsync();
        await Engine.DisposeAsync();
    }
}
