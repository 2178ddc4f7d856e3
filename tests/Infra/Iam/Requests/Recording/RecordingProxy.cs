using System.Collections.Concurrent;
using System.Text;
using CallRecording.Emulators.Protocol;
using CallRecording.Tests.Local.Soak;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Tests.Infra.Iam.Requests.Recording;

/// <summary>Stands between the functions and one service, and notes what they ask it.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private const string VersionHeader = "x-amz-version-id";
    private const string VersionQuery = "versionId";

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly ConcurrentDictionary<SeenRequest, bool> seen;
    private readonly ConcurrentBag<string> problems;
    private LoopbackService server = null!; // Set before StartAsync hands this object out.

    private RecordingProxy(ConcurrentDictionary<SeenRequest, bool> seen, ConcurrentBag<string> problems) =>
        (this.seen, this.problems) = (seen, problems);

    public Uri Address => server.Address;

    /// <summary>The service itself.</summary>
    public Uri Target { get; set; } = new("http://127.0.0.1:1");

    /// <summary>Answers a request in the service's place; null lets it through.</summary>
    public Func<HttpRequest, string, int?> Refuse { get; set; } = (_, _) => null;

    public static async Task<RecordingProxy> StartAsync(
        ConcurrentDictionary<SeenRequest, bool> seen, ConcurrentBag<string> problems)
    {
        var proxy = new RecordingProxy(seen, problems);
        proxy.server = await LoopbackService.StartAsync(
            0, routes => routes.MapFallback("{**path}", proxy.AnswerAsync), TestContext.Current.CancellationToken);
        return proxy;
    }

    /// <summary>A request that goes another way here, and would come by here on AWS.</summary>
    public void Note(string method, Uri address)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Path) = (method, address.AbsolutePath);
        request.QueryString = QueryString.FromUriComponent(address);
        Note(request, request.Query, "", StatusCodes.Status200OK);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        http.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var query = request.Query;
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        var text = IsText(request) ? Encoding.UTF8.GetString(body.ToArray()) : "";
        if (Refuse(request, text) is { } refusal)
        {
            Note(request, query, text, refusal);
            context.Response.StatusCode = refusal;
            return;
        }

        body.Position = 0;
        request.Body = body;
        var ofVersion = WithoutVersion(request);
        using var answer = await http.SendAsync(
            Forwarding.Of(request, Target), HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        Note(request, query, text, (int)answer.StatusCode);
        context.Response.StatusCode = (int)answer.StatusCode;
        Forwarding.Copy(answer.Headers, context.Response);
        Forwarding.Copy(answer.Content.Headers, context.Response);
        context.Response.ContentLength = answer.Content.Headers.ContentLength;
        if (ofVersion || (request.Method is "PUT" or "POST" && !IsText(request)))
        {
            context.Response.Headers[VersionHeader] = "v1";
        }

        if (request.Method != "HEAD")
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    /// <summary>The emulator keeps no versions; a bucket on AWS does, and then the functions ask for one.</summary>
    private static bool WithoutVersion(HttpRequest request)
    {
        if (!request.Query.ContainsKey(VersionQuery))
        {
            return false;
        }

        request.QueryString = QueryString.Create(request.Query.Where(one => one.Key != VersionQuery));
        return true;
    }

    private void Note(HttpRequest request, IQueryCollection query, string body, int status)
    {
        try
        {
            foreach (var one in RequestReader.Read(
                new(request.Method, request.Path, query, request.Headers, body, status)))
            {
                seen[one] = true;
            }
        }
        catch (InvalidOperationException unknown)
        {
            problems.Add(unknown.Message);
        }
    }

    private static bool IsText(HttpRequest request) =>
        request.Headers.ContainsKey("X-Amz-Target")
        || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) is true;
}
