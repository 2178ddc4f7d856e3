using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Uploads;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Tasks;

namespace CallRecording.Tests.Infra.Rules.Page;

/// <summary>A browser asks for a page of another origin: what it hears from the functions, as the program sets them up,
/// and from API Gateway itself.</summary>
public sealed class WhenAnotherPageAsks
{
    private const string Stranger = "https://stranger.example";

    [Theory]
    [InlineData("", "https://a.example", false)]
    [InlineData("", Stranger, false)]
    [InlineData("*", Stranger, true)]
    [InlineData("https://a.example", "https://a.example", true)]
    [InlineData("https://a.example", Stranger, false)]
    [InlineData("https://a.example", "null", false)]
    [InlineData("https://a.example https://b.example", "https://b.example", true)]
    [InlineData("https://a.example https://b.example", Stranger, false)]
    public async Task It_learns_before_it_asks_whether_it_may(string allowed, string origin, bool may)
    {
        var program = await RunAsync(allowed);

        foreach (var (path, methods) in Paths(program))
        {
            var answer = await AskAsync(program, path, "OPTIONS", origin);

            Assert.Equal(204, answer.StatusCode);
            Assert.Equal(may, Reads(answer, origin));
            var told = answer.Headers.GetValueOrDefault("Access-Control-Allow-Methods")?.Split(',') ?? [];
            Assert.Equal(may ? methods : [], methods.Intersect(told));
        }
    }

    [Theory]
    [InlineData("", "https://a.example", false)]
    [InlineData("*", Stranger, true)]
    [InlineData("https://a.example", "https://a.example", true)]
    [InlineData("https://a.example https://b.example", "https://a.example", true)]
    [InlineData("https://a.example", Stranger, false)]
    public async Task It_reads_why_a_function_refuses_only_where_it_may(string allowed, string origin, bool may)
    {
        var program = await RunAsync(allowed);

        foreach (var (path, methods) in Paths(program))
        {
            // Neither function has a PATCH, on any path.
            var answer = await AskAsync(program, path, "PATCH", origin);

            Assert.Equal(405, answer.StatusCode);
            Assert.NotEmpty(methods);
            Assert.Equal(may, Reads(answer, origin));
        }
    }

    private static Task<RecordedProgram> RunAsync(string allowed) =>
        TestStacks.RunAsync("staging", ("uploads", "true"), ("allowedOrigins", allowed));

    /// <summary>Each path of the API, with what may be asked there beside the preflight.</summary>
    private static List<(string Path, string[] Methods)> Paths(RecordedProgram program)
    {
        var body = JsonNode.Parse(program.Of("aws:apigateway/restApi:RestApi").Single().Text("body"))!;
        var paths = body["paths"]!.AsObject()
            .Select(path => (
                path.Key,
                path.Value!.AsObject().Select(one => one.Key.ToUpperInvariant()).Where(one => one != "OPTIONS")
                    .ToArray()))
            .ToList();
        Assert.True(paths.Count >= 8, $"Only {paths.Count} paths.");
        return paths;
    }

    private static bool Reads(ApiResponse answer, string origin) =>
        answer.Headers.GetValueOrDefault("Access-Control-Allow-Origin") is { } told && (told == "*" || told == origin);

    private static Task<ApiResponse> AskAsync(RecordedProgram program, string path, string method, string origin)
    {
        var isUpload = path.StartsWith("/analytics/uploads", StringComparison.Ordinal);
        var function = Targets.FunctionOf(program, isUpload ? "Uploads" : "Retrieval")!; // Uploads are on.
        var origins = AllowedOrigins.Parse(Graph.Variable(function, "ALLOWED_ORIGINS"));
        var headers = new Dictionary<string, string> { ["Origin"] = origin };
        // Neither a preflight nor a refused method comes as far as a service.
        return isUpload
            ? UploadsHandler.Create(
                null!, "uploads", null, null!, "calls", null!, "topic", new byte[32], origins, TimeProvider.System,
                () => "")
                .HandleAsync(new() { HttpMethod = method, Resource = path, Headers = headers }, new TestInvocation())
            : RetrievalHandler.Create(null!, "calls", "words", null!, new byte[32], origins, TimeProvider.System)
                .HandleAsync(
                    new() { HttpMethod = method, Resource = path, Path = path, Headers = headers },
                    new TestInvocation());
    }
}
