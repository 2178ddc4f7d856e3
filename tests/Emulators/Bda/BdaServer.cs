using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.S3;
using CallRecording.Emulators.Bda;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CallRecording.Tests.Emulators.Bda;

/// <summary>The emulator behind HTTP on a free port, and a client of it that sends what no SDK would.</summary>
internal sealed class BdaServer(BdaService service, WebApplication server) : IAsyncDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(server.Urls.Single()) };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<BdaServer> StartAsync(BdaOptions options, IAmazonS3 s3, TimeProvider time)
    {
        var service = await BdaService.OpenAsync(options, s3, time, Cancelled);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = builder.Build();
        service.Map(server);
        service.Start();
        await server.StartAsync(Cancelled);
        return new BdaServer(service, server);
    }

    /// <returns>The answer, or the error with its HTTP status as "httpStatus".</returns>
    public async Task<JsonObject> CallAsync(string operation, JsonObject request)
    {
        using var content = new StringContent(request.ToJsonString(), Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        content.Headers.Add("X-Amz-Target", "AmazonBedrockKeystoneRuntimeService." + operation);
        return await SendAsync(HttpMethod.Post, "/", content);
    }

    public async Task<JsonObject> MendAsync(string uri)
    {
        using var content = new StringContent(
            new JsonObject { ["s3Uri"] = uri }.ToJsonString(), Encoding.UTF8, "application/json");
        return await SendAsync(HttpMethod.Post, "/emulator/mend", content);
    }

    public Task<JsonObject> JobsAsync(string uri) =>
        SendAsync(HttpMethod.Get, "/emulator/jobs?s3Uri=" + Uri.EscapeDataString(uri), null);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        await service.DisposeAsync();
    }

    private async Task<JsonObject> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await http.SendAsync(request, Cancelled);
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        var body = JsonNode.Parse(text)?.AsObject() ?? throw new InvalidOperationException($"The answer is '{text}'.");
        if (!response.IsSuccessStatusCode)
        {
            body["httpStatus"] = (int)response.StatusCode;
        }

        return body;
    }
}
