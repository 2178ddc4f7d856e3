using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Aws;
using CallRecording.Tests.Tasks.Aws;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Tasks.Api;

public sealed class WhenCallsAreListed(CallRows rows) : IClassFixture<CallRows>
{
    private const int Calls = 23;

    // Three recordings of every second: pages also break between equal times.
    private static long SecondOf(int number) => 1_700_000_000 + (number / 3);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task The_pages_together_hold_every_call_once_and_newest_first(int limit)
    {
        await PutCallsAsync();

        var listed = await AllPagesAsync(("limit", $"{limit}"));

        Assert.Equal(Enumerable.Range(0, Calls).Order(), listed.Select(NumberOf).Order());
        Assert.Equal(listed.Select(SecondOf).OrderDescending(), listed.Select(SecondOf));
    }

    [Fact]
    public async Task Both_ends_of_a_span_are_in_it()
    {
        await PutCallsAsync();

        var listed = await AllPagesAsync(
            ("limit", "2"), ("from", Iso(SecondOf(3))), ("to", Iso(SecondOf(8))));

        Assert.Equal([3, 4, 5, 6, 7, 8], listed.Select(NumberOf).Order());
    }

    [Fact]
    public async Task A_token_of_another_span_is_refused()
    {
        await PutCallsAsync();
        var first = await AnswerAsync(("limit", "1"));

        var problem = await Assert.ThrowsAsync<ApiProblemException>(() => AnswerAsync(
            ("limit", "1"), ("to", Iso(SecondOf(0))), ("nextToken", (string)first["nextToken"]!)));

        Assert.Equal(400, problem.StatusCode);
    }

    [Fact]
    public async Task Transcripts_come_only_when_asked_for()
    {
        await PutCallsAsync();

        var without = await AnswerAsync(("limit", "5"));
        var with = await AnswerAsync(("limit", "5"), ("include", "transcript"));

        Assert.All(without["items"]!.AsArray(), item => Assert.Null(item![CallAttributes.Transcript]));
        Assert.All(with["items"]!.AsArray(), item => Assert.NotNull(item![CallAttributes.Transcript]));
    }

    [Fact]
    public async Task A_span_that_ends_before_it_begins_is_refused() =>
        await Assert.ThrowsAsync<ApiProblemException>(() => AnswerAsync(("from", "2026-01-02"), ("to", "2026-01-01")));

    private static int NumberOf(JsonNode item) =>
        int.Parse((string)item[CallAttributes.CallId]!, CultureInfo.InvariantCulture);

    private static long SecondOf(JsonNode item) => (long)item[CallAttributes.EpochSeconds]!;

    private static string Iso(long second) => DateTimeOffset.FromUnixTimeSeconds(second).ToString("o");

    private async Task<IReadOnlyList<JsonNode>> AllPagesAsync(params (string Name, string Value)[] query)
    {
        var items = new List<JsonNode>();
        string? next = null;
        for (var page = 0; page <= Calls + 1; page++)
        {
            var answer = await AnswerAsync(next is null ? query : [.. query, ("nextToken", next)]);
            items.AddRange(answer["items"]!.AsArray().OfType<JsonNode>());
            next = (string?)answer["nextToken"];
            if (next is null)
            {
                return items;
            }
        }

        throw new InvalidOperationException($"There are more than {Calls + 1} pages of {Calls} calls.");
    }

    private async Task<JsonObject> AnswerAsync(params (string Name, string Value)[] query)
    {
        var list = new ListCalls(rows.Reader, new GetCall(rows.Reader));
        var parameters = query.ToDictionary(one => one.Name, one => (IReadOnlyList<string>)[one.Value]);
        var answer = await list.AnswerAsync(new ApiQuery(parameters), TestContext.Current.CancellationToken);
        Assert.Equal(200, answer.StatusCode);
        return JsonNode.Parse(answer.Body)!.AsObject();
    }

    // The same items whichever test comes first: each puts them all.
    private Task PutCallsAsync() => Task.WhenAll(Enumerable.Range(0, Calls).Select(number => rows.PutAsync(new()
    {
        [CallAttributes.Hash] = new AttributeValue { S = CallHash.Of($"{number}") },
        [CallAttributes.EpochSeconds] = new AttributeValue { N = $"{SecondOf(number)}" },
        [CallAttributes.Listing] = new AttributeValue { S = CallAttributes.ListingOfCalls },
        [CallAttributes.CallId] = new AttributeValue { S = $"{number}" },
        [CallAttributes.Transcript] = new AttributeValue { S = "Hello." },
    })));
}
