using System.Globalization;
using System.Text.Json;

namespace CallRecording.Tests.Packages.Lambda;

/// <summary>The lines that metric filters and people read, as the runtime client writes them.</summary>
public sealed class WhenAFunctionLogs
{
    private static readonly (string, string) Json = ("AWS_LAMBDA_LOG_FORMAT", "JSON");

    [Fact]
    public async Task A_json_line_carries_the_message_and_its_arguments()
    {
        var line = await LineAsync("arguments");

        Assert.Equal("Information", Text(line, "level"));
        Assert.Equal("Job job-1 is Monday after 12.25 s", Text(line, "message"));
        Assert.Equal("job-1", Text(line, "JobId"));
        Assert.Equal("Monday", Text(line, "Status"));
        Assert.Equal(12.25, line.GetProperty("Seconds").GetDouble());
        Assert.True(DateTimeOffset.TryParse(
            Text(line, "timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Fact]
    public async Task A_json_line_says_whose_it_is()
    {
        var line = await LineAsync("arguments");

        Assert.Equal("request-1", Text(line, "requestId"));
        Assert.Equal(FakeRuntimeApi.TraceId, Text(line, "traceId"));
        Assert.Equal(FakeRuntimeApi.TenantId, Text(line, "tenantId"));
    }

    /// <summary>So a metric filter that compares numbers finds none there.</summary>
    [Fact]
    public async Task An_argument_with_a_format_is_text()
    {
        var line = await LineAsync("a format");

        Assert.Equal("After 12.3 s", Text(line, "message"));
        Assert.Equal("12.3", Text(line, "Seconds"));
    }

    [Fact]
    public async Task Lists_and_maps_are_members_and_no_part_of_the_message()
    {
        var line = await LineAsync("a list and a map");

        Assert.Equal("[1,2]", line.GetProperty("List").GetRawText());
        Assert.Equal("""{"a":"b"}""", line.GetProperty("Map").GetRawText());
        Assert.Equal("{List} {Map}", Text(line, "message"));
    }

    [Fact]
    public async Task Nothing_is_no_member()
    {
        var line = await LineAsync("nothing");

        Assert.False(line.TryGetProperty("None", out _), line.GetRawText());
        Assert.Equal("{None} after 1 s", Text(line, "message"));
        Assert.Equal(1, line.GetProperty("Seconds").GetInt32());
    }

    [Fact]
    public async Task An_argument_named_like_a_member_of_the_line_is_there_beside_it()
    {
        var line = await LineAsync("a member's name");

        var levels = line.EnumerateObject().Where(member => member.NameEquals("level"));
        Assert.Equal(["Information", "loud"], levels.Select(level => level.Value.GetString()));
    }

    [Fact]
    public async Task An_exception_has_members_of_its_own_on_the_same_line()
    {
        var line = await LineAsync("an exception");

        Assert.Equal("Error", Text(line, "level"));
        Assert.Equal("System.TimeoutException", Text(line, "errorType"));
        Assert.Equal("Too late.\nReally.", Text(line, "errorMessage"));
        Assert.Equal("Gave up\non job-1", Text(line, "message"));
        Assert.Equal("System.TimeoutException: Too late.", line.GetProperty("stackTrace")[0].GetString());
    }

    [Fact]
    public async Task An_uncaught_exception_is_a_line_without_a_message()
    {
        var line = await LineAsync("an uncaught exception");

        Assert.Equal("Error", Text(line, "level"));
        Assert.Empty(Text(line, "message"));
        Assert.Equal("Too late.", Text(line, "errorMessage"));
    }

    [Fact]
    public async Task A_json_line_is_ascii()
    {
        var only = Assert.Single((await SpeakerProcess.SayAsync("other letters", Json)).Lines);

        Assert.True(only.All(char.IsAscii), only);
        Assert.Equal("Zoë <&>", Text(JsonElement.Parse(only), "message"));
    }

    [Theory]
    [InlineData("doubled braces", "{{literal}} 1")]
    [InlineData("too few arguments", "1 {B}")]
    [InlineData("an open brace", "{A")]
    [InlineData("no arguments", "{{a}} {b}")]
    public async Task A_template_fills_only_what_it_can(string saying, string expected) =>
        Assert.Equal(expected, Text(await LineAsync(saying), "message"));

    [Fact]
    public async Task What_the_program_writes_to_its_console_are_lines_too()
    {
        var lines = (await SpeakerProcess.SayAsync("the console", Json)).Lines.Select(line => JsonElement.Parse(line));

        Assert.Equal(
            [("Information", "out"), ("Error", "error")],
            lines.Select(line => (Text(line, "level"), Text(line, "message"))));
    }

    [Fact]
    public async Task A_text_line_is_time_request_level_and_message()
    {
        var spoken = await SpeakerProcess.SayAsync("arguments", ("AWS_LAMBDA_LOG_FORMAT", "Text"));

        Assert.Equal(
            ["request-1", "info", "Job job-1 is Monday after 12.25 s"],
            Assert.Single(spoken.Lines).Split('\t')[1..]);
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("TRACE", 6)]
    [InlineData("DEBUG", 5)]
    [InlineData("INFO", 4)]
    [InlineData("WARN", 3)]
    [InlineData("Error", 2)]
    [InlineData("FATAL", 1)]
    [InlineData("unheard of", 4)]
    public async Task Lines_below_the_level_are_left_out(string level, int expected)
    {
        var spoken = await SpeakerProcess.SayAsync("every level", Json, ("AWS_LAMBDA_LOG_LEVEL", level));

        Assert.Equal(expected, spoken.Lines.Count);
    }

    private static async Task<JsonElement> LineAsync(string saying) =>
        JsonElement.Parse(Assert.Single((await SpeakerProcess.SayAsync(saying, Json)).Lines));

    private static string Text(JsonElement line, string member) =>
        line.GetProperty(member).GetString() ?? throw new InvalidOperationException($"{member} is null.");
}
