using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace CallRecording.Tests.Standins.Lambda;

public sealed class InvocationLoggerTests
{
    [Fact]
    public void A_json_line_carries_the_message_and_its_arguments()
    {
        var line = Json(log => log.LogInformation(
            "Job {JobId} is {Status} after {Seconds:0.0} s", "job-1", "Success", 12.25));

        Assert.Equal("Information", (string?)line["level"]);
        Assert.Equal("request-1", (string?)line["requestId"]);
        Assert.Equal("Job job-1 is Success after 12.3 s", (string?)line["message"]);
        Assert.Equal("job-1", (string?)line["JobId"]);
        Assert.Equal("Success", (string?)line["Status"]);
        Assert.Equal(12.25, (double?)line["Seconds"]);
        Assert.True(DateTimeOffset.TryParse(
            (string?)line["timestamp"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Fact]
    public void A_json_line_stays_one_line()
    {
        var text = Write("JSON", null, log => log.LogError(new TimeoutException("a\nb"), "c\nd {What}", "e\nf"));

        Assert.Single(text.TrimEnd().Split('\n'));
    }

    [Fact]
    public void An_exception_has_members_of_its_own()
    {
        var line = Json(log => log.LogError(new TimeoutException("Too late."), "Gave up on {JobId}", "job-1"));

        Assert.Equal("System.TimeoutException", (string?)line["errorType"]);
        Assert.Equal("Too late.", (string?)line["errorMessage"]);
        Assert.Equal("Gave up on job-1", (string?)line["message"]);
    }

    [Fact]
    public void Lists_maps_and_nothing_keep_their_shape()
    {
        var line = Json(log => log.LogInformation(
            "{List} {Map} {None}", new[] { 1, 2 }, new Dictionary<string, string> { ["a"] = "b" }, null!));

        Assert.Equal("[1,2]", line["List"]?.ToJsonString());
        Assert.Equal("""{"a":"b"}""", line["Map"]?.ToJsonString());
        Assert.True(line.AsObject().ContainsKey("None"));
        Assert.Null(line["None"]);
    }

    [Fact]
    public void An_argument_never_replaces_a_member_of_the_line()
    {
        var line = Json(log => log.LogInformation("Was {level}", "loud"));

        Assert.Equal("Information", (string?)line["level"]);
        Assert.Equal("Was loud", (string?)line["message"]);
    }

    [Theory]
    [InlineData("{{literal}} {A}", "{literal} 1")]
    [InlineData("{A} {B}", "1 {B}")]
    [InlineData("{A", "{A")]
    [InlineData("", "")]
    public void A_template_fills_only_what_it_can(string template, string expected) =>
        Assert.Equal(expected, (string?)Json(log => log.LogInformation(template, 1))["message"]);

    [Fact]
    public void A_message_without_arguments_stays_as_it_is() =>
        Assert.Equal("{{a}} {b}", (string?)Json(log => log.LogInformation("{{a}} {b}"))["message"]);

    [Fact]
    public void A_text_line_is_time_request_level_and_message()
    {
        var columns = Write("Text", null, log => log.LogWarning("Job {JobId} is late", "job-1")).TrimEnd().Split('\t');

        Assert.Equal(["request-1", "warn", "Job job-1 is late"], columns[1..]);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData("TRACE", 6)]
    [InlineData("DEBUG", 5)]
    [InlineData("INFO", 4)]
    [InlineData("WARN", 3)]
    [InlineData("Error", 2)]
    [InlineData("FATAL", 1)]
    [InlineData("unheard of", 4)]
    public void Lines_below_the_level_are_left_out(string? level, int expected)
    {
        var text = Write("JSON", level, log =>
        {
            foreach (var each in Enum.GetValues<LogLevel>())
                log.Log(each, "line");
        });

        Assert.Equal(expected, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static JsonNode Json(Action<ILambdaLogger> log) =>
        JsonNode.Parse(Write("JSON", null, log)) ?? throw new InvalidOperationException("The line is null.");

    private static string Write(string format, string? level, Action<ILambdaLogger> log)
    {
        using var output = new StringWriter();
        log(new InvocationLogger(output, LogSettings.Parse(format, level), "request-1"));
        return output.ToString();
    }
}
