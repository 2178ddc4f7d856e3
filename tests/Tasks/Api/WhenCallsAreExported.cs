using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Tasks.Api;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.Api;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenCallsAreExported(RunningEmulators emulators)
{
    private const string Header =
        "\uFEFFhash,call_id,epchdatetimestamp,recorded_at,bedrock_status,call_summary,audio_summary,"
        + "call_categories,topics,language,duration_seconds,processing_seconds,cost_dollars,"
        + "failed_state,error,cause,s3_input_uri,execution_arn";

    [Fact]
    public async Task The_pages_of_a_file_follow_each_other_without_a_seam()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddManyAsync(table, 5);

        var pages = await PagesAsync(table, ("limit", "2"));

        var whole = string.Concat(pages.Select(page => page.Body));
        Assert.Equal(Assert.Single(await PagesAsync(table)).Body, whole);
        Assert.Equal(3, pages.Count);
        Assert.Equal(Header, whole.Split("\r\n")[0]);
        Assert.Single(whole, '\uFEFF');
        Assert.Equal(7, whole.Split("\r\n").Length);
        Assert.All(pages, page => Assert.Equal("text/csv; charset=utf-8", page.Headers["Content-Type"]));
        Assert.All(
            pages,
            page => Assert.Equal("attachment; filename=\"calls.csv\"", page.Headers["Content-Disposition"]));
        Assert.Contains("X-Next-Token", pages[0].Headers["Access-Control-Expose-Headers"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_says_what_a_list_says()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddAsync(table, TestCalls.CallId, Recordings.Start);

        var row = (await PagesAsync(table))[0].Body.Split("\r\n")[1].Split(',');

        Assert.Equal(
            [TestCalls.Hash, "call-1", "1704067200", "2024-01-01T00:00:00Z", "SUCCESS", "A greeting."], row[..6]);
        Assert.Equal(["s3://recordings/a.wav", TestCalls.Current.Arn], row[^2..]);
    }

    // RFC 4180 for the quotes; the rest is what spreadsheets take for a formula.
    [Theory]
    [InlineData("Plain", "Plain")]
    [InlineData("One, two", "\"One, two\"")]
    [InlineData("She said \"no\"", "\"She said \"\"no\"\"\"")]
    [InlineData("Two\nlines", "\"Two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+41 44", "'+41 44")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("\uFF0B1", "'\uFF0B1")]
    [InlineData("\uFF0D1", "'\uFF0D1")]
    [InlineData("\uFF20A1", "'\uFF20A1")]
    [InlineData("a\u001b[2Jb\u007f\u009b\u202Ec\u2028", "a\uFFFD[2Jb\uFFFD\uFFFD\uFFFDc\uFFFD")]
    [InlineData("a\tb\u200F", "a\tb\u200F")]
    [InlineData("One; two", "\"One; two\"")]
    [InlineData("=HYPERLINK(\"http://a\",1)", "\"'=HYPERLINK(\"\"http://a\"\",1)\"")]
    public async Task What_callers_said_stays_text_in_its_cell(string summary, string cell)
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddAsync(table, TestCalls.CallId, Recordings.Start, summary: summary);

        var body = (await PagesAsync(table))[0].Body;

        Assert.Contains($",SUCCESS,{cell},,", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_one_cell()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var categories = new AttributeValue { L = [new("Billing"), new("Complaint")] };
        Assert.True(await table.Items(TimeProvider.System).TrySucceedAsync(
            TestCalls.Call,
            TestCalls.Current,
            new Dictionary<string, AttributeValue> { ["call_categories"] = categories },
            TestContext.Current.CancellationToken));

        Assert.Contains(",\"Billing; Complaint\",", (await PagesAsync(table))[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transcripts_are_the_last_column_where_they_are_asked_for()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddAsync(table, TestCalls.CallId, Recordings.Start, "Hello, \"you\".");

        var lines = (await PagesAsync(table, ("include", "transcript")))[0].Body.Split("\r\n");

        Assert.Equal(Header + ",only_in_results,transcript", lines[0]);
        Assert.EndsWith(",,\"Hello, \"\"you\"\".\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_lines_of_JSON_they_are_the_items_of_the_list()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddManyAsync(table, 5);

        var pages = await PagesAsync(table, ("format", "jsonl"), ("limit", "2"), ("include", "transcript"));

        var listed = await new TestApi(table).AllAsync("/analytics", ("include", "transcript"), ("limit", "10"));
        Assert.Equal(
            listed.Select(item => item.ToJsonString()),
            string.Concat(pages.Select(page => page.Body)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!.ToJsonString()));
        Assert.All(pages, page => Assert.Equal("application/x-ndjson; charset=utf-8", page.Headers["Content-Type"]));
    }

    [Fact]
    public async Task Filters_hold_for_files_too()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddManyAsync(table, 6);

        var file = await PagesAsync(table, ("from", "2024-01-01T00:00:01Z"), ("status", "SUCCESS"));
        var none = await PagesAsync(table, ("status", "FAILED"));

        Assert.Equal(5, file[0].Body.Split("\r\n").Length);
        Assert.Equal(Header + "\r\n", Assert.Single(none).Body);
    }

    private static async Task<IReadOnlyList<ApiResponse>> PagesAsync(
        TestTable table, params (string Name, string Value)[] query)
    {
        const int MaxPages = 10;
        var api = new TestApi(table);
        var pages = new List<ApiResponse>();
        string? token = null;
        do
        {
            Assert.True(pages.Count < MaxPages, $"There are more than {MaxPages} pages.");
            (string, string)[] next = token is null ? [] : [("nextToken", token)];
            var answer = await api.AskAsync(TestApi.Get("/analytics/export", [.. query, .. next]));
            Assert.True(answer.StatusCode == 200, answer.Body);
            pages.Add(answer);
            token = answer.Headers.GetValueOrDefault("X-Next-Token");
        }
        while (token is not null);
        return pages;
    }
}
