using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Api;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.Words;
using CsCheck;

namespace CallRecording.Tests.Tasks.Fuzz;

/// <summary>Whatever is asked: an answer, or what is wrong with the question. Never a failure of the API's own,
/// and never none.</summary>
[Collection(EmulatorsCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WhenTheApiIsAskedAnything(RunningEmulators emulators)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);
    private static readonly int[] Answers = [200, 204, 302, 304];
    private static readonly int[] Refusals = [400, 404, 405];

    private static readonly string[] Names =
    [
        "callId", "limit", "nextToken", "status", "category", "text", "from", "to", "include", "format", "as",
        "epchdatetimestamp", "utcOffsetMinutes",
    ];

    [Fact]
    public async Task It_answers_or_says_why_not()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        await world.AddAsync(
            TestCalls.Call, IndexWorld.Standard([new JsonObject { ["segment_index"] = 0, ["text"] = "Hello there." }]));
        await Recordings.AddManyAsync(world.Table, 3);
        var api = new TestApi(world.Table, s3: world.S3);
        var token = (string)TestApi.Body(await api.ListAsync(("limit", "1")))["nextToken"]!;

        var answered = 0;
        await Requests([.. api.Routes], token).SampleAsync(
            async request =>
            {
                if (IsAnswered(await api.AskAsync(request).WaitAsync(Bound)))
                {
                    Interlocked.Increment(ref answered);
                }
            },
            iter: FuzzCount.Value);

        Assert.True(answered > FuzzCount.Value / 50, $"Only {answered} questions were none that is refused.");
    }

    private static Gen<ApiRequest> Requests(string[] routes, string token)
    {
        var values = Texts.Of(token);
        var names = Gen.Frequency((8, Gen.Int[0, Names.Length - 1].Select(at => Names[at])), (1, values));
        var query = Gen.Select(names, values.Array[0, 2], (name, many) => (name, many)).Array[0, 4];
        var resources = Gen.Frequency((9, Gen.Int[0, routes.Length - 1].Select(at => routes[at])), (1, values));
        var hashes = Gen.Frequency((1, Gen.Const(TestCalls.Hash)), (1, values));
        var methods = Gen.Frequency((9, Gen.Const("GET")), (1, values));
        return Gen.Select(methods, resources, hashes, query, values, (method, resource, hash, parameters, tag) =>
            new ApiRequest
            {
                HttpMethod = method,
                Resource = resource,
                Path = resource,
                PathParameters = new Dictionary<string, string> { ["hash"] = hash },
                Headers = new Dictionary<string, string> { ["If-None-Match"] = tag },
                Query = parameters.GroupBy(one => one.name).ToDictionary(
                    group => group.Key, group => (IReadOnlyList<string>)[.. group.SelectMany(one => one.many)]),
            });
    }

    private static bool IsAnswered(ApiResponse answer)
    {
        if (Answers.Contains(answer.StatusCode))
        {
            return true;
        }

        Assert.True(Refusals.Contains(answer.StatusCode), $"{answer.StatusCode}: {answer.Body}");
        var message = (string?)JsonNode.Parse(answer.Body)?["message"];
        Assert.False(string.IsNullOrWhiteSpace(message), answer.Body);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
        return false;
    }
}
