using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.Api;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenTheQuestionIsWrong(RunningEmulators emulators)
{
    [Theory]
    [InlineData("state", "FAILED", "'state' is not a parameter here; there are callId, "
        + "limit, nextToken, status, category, text, from, to, include.")]
    [InlineData("status", "DONE", "status is 'DONE', expected IN_PROGRESS or SUCCESS or FAILED.")]
    [InlineData("category", " - ", "category has no letter or digit, expected a category's whole name.")]
    [InlineData("text", "?!", "text has no letter or digit, expected words to look for.")]
    [InlineData("text", "1 2 3 4 5 6 7 8 9", "text has 9 different words, expected at most 8.")]
    [InlineData("limit", "0", "limit is '0', expected a whole number from 1 to 100.")]
    [InlineData("limit", "101", "limit is '101', expected a whole number from 1 to 100.")]
    [InlineData("nextToken", "mine", "nextToken is not one that this API gave for this question; "
        + "ask for the first page without it.")]
    [InlineData("include", "all", "include is not 'transcript', the one thing that can be included.")]
    [InlineData("callId", "", "callId is empty.")]
    [InlineData("callId", " ", "callId is empty.")]
    [InlineData("from", "soon", "from is 'soon', expected an ISO 8601 date or time, for example 2024-01-01T00:00:00Z.")]
    [InlineData("to", "", "to is '', expected an ISO 8601 date or time, for example 2024-01-01T00:00:00Z.")]
    public async Task The_list_says_what_is_wrong(string name, string value, string message)
    {
        using var table = await TestTable.CreateAsync(emulators);

        AssertProblem(400, message, await new TestApi(table).ListAsync((name, value)));
    }

    [Fact]
    public async Task More_transcripts_than_fit_are_refused()
    {
        using var table = await TestTable.CreateAsync(emulators);

        var answer = await new TestApi(table).ListAsync(("include", "transcript"), ("limit", "11"));

        AssertProblem(400, "limit is '11', expected a whole number from 1 to 10.", answer);
    }

    [Fact]
    public async Task A_time_span_that_ends_before_it_starts_is_refused()
    {
        using var table = await TestTable.CreateAsync(emulators);

        var answer = await new TestApi(table).ListAsync(("from", "2024-01-02"), ("to", "2024-01-01"));

        AssertProblem(400, "from is later than to.", answer);
    }

    [Fact]
    public async Task A_page_of_another_question_is_refused()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddManyAsync(table, 3);
        var api = new TestApi(table);
        var token = (string)TestApi.Body(await api.ListAsync(("limit", "1"), ("from", "2024-01-01")))["nextToken"]!;

        var next = await api.ListAsync(("limit", "2"), ("from", "2024-01-01"), ("nextToken", token));

        const string Message =
            "nextToken is not one that this API gave for this question; ask for the first page without it.";
        Assert.Equal(200, next.StatusCode);
        AssertProblem(400, Message, await api.CallAsync(TestCalls.Hash, ("nextToken", token)));
        AssertProblem(400, Message, await api.ListAsync(("from", "2024-01-02"), ("nextToken", token)));
        AssertProblem(400, Message, await api.ListAsync(("nextToken", token)));
        AssertProblem(
            400, Message, await api.ListAsync(("from", "2024-01-01"), ("to", "2025-01-02"), ("nextToken", token)));
        AssertProblem(
            400, Message,
            await api.AskAsync(TestApi.Get("/analytics/export", ("from", "2024-01-01"), ("nextToken", token))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("call-1")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    public async Task A_hash_that_is_none_is_refused(string hash)
    {
        using var table = await TestTable.CreateAsync(emulators);

        AssertProblem(
            400,
            "The hash is not 32 lower-case hex digits, the MD5 of a call id; to ask by call id use ?callId=.",
            await new TestApi(table).CallAsync(hash));
    }

    [Fact]
    public async Task One_call_has_no_time_span()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var api = new TestApi(table);

        AssertProblem(
            400,
            "'from' is not a parameter here; there are limit, nextToken.",
            await api.CallAsync(TestCalls.Hash, ("from", "2024-01-01")));
        AssertProblem(
            400,
            "'from' is not a parameter here; there are callId, limit, nextToken.",
            await api.ListAsync(("callId", "a"), ("from", "2024-01-01")));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("HEAD")]
    [InlineData("DELETE")]
    public async Task Another_method_is_told_which_one_is_served(string method)
    {
        using var table = await TestTable.CreateAsync(emulators);

        var answer = await new TestApi(table).AskAsync(new() { HttpMethod = method, Resource = "/analytics" });

        AssertProblem(405, $"{method} is not served here, GET is.", answer);
        Assert.Equal("GET,OPTIONS", answer.Headers["Allow"]);
    }

    [Fact]
    public async Task A_preflight_is_answered_with_headers_alone()
    {
        using var table = await TestTable.CreateAsync(emulators);

        var answer = await new TestApi(table).AskAsync(
            new() { HttpMethod = "OPTIONS", Resource = "/analytics/{hash}" });

        Assert.Equal((204, string.Empty), (answer.StatusCode, answer.Body));
        AssertHeaders(answer);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/calls")]
    [InlineData(null)]
    public async Task Another_resource_is_a_404(string? resource)
    {
        using var table = await TestTable.CreateAsync(emulators);

        var answer = await new TestApi(table).AskAsync(new() { HttpMethod = "GET", Resource = resource });

        AssertProblem(
            404,
            "There is no such resource; there are /analytics, /analytics/count, /analytics/overview, "
                + "/analytics/export, /analytics/{hash}, /analytics/{hash}/segments, /analytics/{hash}/audio.", answer);
    }

    [Fact]
    public async Task A_table_that_fails_is_a_500_whose_reason_only_the_log_has()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var api = new TestApi(table, "no-such-table");

        const string Message = "Internal error; the log has it under request request-1.";
        AssertProblem(500, Message, await api.ListAsync());
        AssertProblem(500, Message, await api.CallAsync(TestCalls.Hash));
        Assert.Equal(2, api.Invocation.Log.Lines.Count);
        Assert.All(
            api.Invocation.Log.Lines,
            line => Assert.Contains("ResourceNotFoundException", line, StringComparison.Ordinal));
    }

    private static void AssertProblem(int statusCode, string message, ApiResponse answer)
    {
        Assert.Equal(
            (statusCode, message),
            (answer.StatusCode, (string?)JsonNode.Parse(answer.Body)!["message"]));
        Assert.Single(JsonNode.Parse(answer.Body)!.AsObject());
        AssertHeaders(answer);
    }

    private static void AssertHeaders(ApiResponse answer)
    {
        Assert.Equal("*", answer.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal("GET,OPTIONS", answer.Headers["Access-Control-Allow-Methods"]);
        Assert.Contains("X-Api-Key", answer.Headers["Access-Control-Allow-Headers"], StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
    }
}
