using System.Text.Json.Nodes;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Workflow.Failures;

public sealed class FailureReportTests
{
    private const string LambdaCause =
        """
        {
          "errorType": "ResultsUnreadableException",
          "errorMessage": "The job manifest is empty.",
          "stackTrace": ["at CallRecording.Tasks.PersistResults.Run(Call call)", "at lambda_method1(Closure)"],
          "cause": {
            "errorType": "JsonException",
            "errorMessage": "Expected a value.",
            "stackTrace": ["at System.Text.Json.Read()"]
          }
        }
        """;

    [Fact]
    public void Of_a_function_s_exception_the_messages_are_reported()
    {
        var report = FailureReport.Of(CallWith(("PersistResults", "ResultsUnreadableException", LambdaCause)));

        Assert.Equal(
            new FailureReport(
                "PersistResults",
                "ResultsUnreadableException",
                "The job manifest is empty. Caused by: Expected a value."),
            report);
    }

    [Fact]
    public void Of_an_aggregate_every_cause_is_reported_once()
    {
        const string cause =
            """
            {"errorType":"AggregateException","errorMessage":"two","causes":[
              {"errorMessage":"a"},{"errorMessage":"b"},{"errorMessage":"a"},
              {"errorMessage":" "},{"errorMessage":null}]}
            """;

        Assert.Equal("two Caused by: a Caused by: b", CauseOf(cause));
    }

    [Fact]
    public void Of_a_long_chain_only_the_first_five_are_reported()
    {
        var inner = Enumerable.Range(1, 9).Select(i => new JsonObject { ["errorMessage"] = $"m{i}" });
        var causes = new JsonArray([.. inner]);

        var text = CauseOf(new JsonObject { ["errorMessage"] = "m0", ["causes"] = causes }.ToJsonString());

        Assert.Equal("m0 Caused by: m1 Caused by: m2 Caused by: m3 Caused by: m4", text);
    }

    [Fact]
    public void Every_beginning_of_a_cause_that_was_cut_off_is_readable_and_without_a_stack_trace()
    {
        for (var length = 0; length <= LambdaCause.Length; length++)
        {
            var text = CauseOf(LambdaCause[..length]);

            Assert.NotEmpty(text);
            Assert.DoesNotContain("at CallRecording", text, StringComparison.Ordinal);
            Assert.DoesNotContain("at System", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Frames_in_a_message_are_left_out()
    {
        var text = CauseOf(
            "Went wrong:\n  bad input\r\n   at A.B(String c) in a.cs:line 1\n" +
            "--- End of stack trace ---\nat least once");

        Assert.Equal("Went wrong: bad input at least once", text);
    }

    [Theory]
    [InlineData("{\"message\":\"not a function's\"}", "{\"message\":\"not a function's\"}")]
    [InlineData("{\"errorMessage\":\"\\ud800\"}", "{\"errorMessage\":\"\\ud800\"}")]
    [InlineData("{\"errorMessage\":7}", "{\"errorMessage\":7}")]
    [InlineData("Task timed out", "Task timed out")]
    public void Any_other_cause_is_reported_as_it_stands(string cause, string expected) =>
        Assert.Equal(expected, CauseOf(cause));

    [Fact]
    public void A_stack_trace_without_a_message_is_left_out() =>
        Assert.Equal("{\"errorType\":\"X\",", CauseOf("{\"errorType\":\"X\",\"stackTrace\":[\"at A.B()\"]}"));

    [Theory]
    [InlineData(2000, false)]
    [InlineData(2001, true)]
    public void A_cause_has_at_most_2000_characters(int length, bool cut)
    {
        var text = CauseOf(new string('x', length));

        Assert.Equal(2000, text.Length);
        Assert.Equal(cut, text.EndsWith("...", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public void A_cut_does_not_halve_a_character(string start)
    {
        var text = CauseOf(start + string.Concat(Enumerable.Repeat("💡", 2000)));

        Assert.Equal(text, new string([.. text.EnumerateRunes().SelectMany(rune => rune.ToString())]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n at A.B()")]
    public void A_timeout_without_a_cause_gets_a_sentence(string? cause)
    {
        var report = FailureReport.Of(CallWith(("GetJobStatus", "States.Timeout", cause)));

        Assert.Equal(
            "GetJobStatus did not answer within its time limit, nor when it was run again. " +
            "See its log, then redrive the execution.",
            report.Cause);
    }

    [Theory]
    [InlineData("Lambda.Unknown", "Lambda.Unknown")]
    [InlineData("", "Unknown")]
    [InlineData(null, "Unknown")]
    public void Any_other_failure_without_a_cause_gets_one_too(string? error, string expected)
    {
        var report = FailureReport.Of(CallWith(("GetJobStatus", error!, null))); // JSON may hold null

        Assert.Equal(
            new FailureReport(
                "GetJobStatus",
                expected,
                $"GetJobStatus failed with {expected} and gave no cause; see the execution's history."),
            report);
    }

    [Fact]
    public void Without_a_failure_in_the_data_the_report_says_so()
    {
        var expected = new FailureReport(
            "Unknown", "Unknown", "The execution's data names no failed state; see its history.");

        Assert.Equal(expected, FailureReport.Of(CallWith()));
        Assert.Equal(expected, FailureReport.Of(CallWith() with { Failed = null }));
    }

    [Fact]
    public void Of_several_failures_the_first_by_name_is_reported_and_the_others_are_named()
    {
        var report = FailureReport.Of(CallWith(("PersistResults", "B", "b"), ("GetJobStatus", "A", "a")));

        Assert.Equal(new FailureReport("GetJobStatus", "A", "(Also failed: PersistResults.) a"), report);
    }

    private static string CauseOf(string cause) => FailureReport.Of(CallWith(("PersistResults", "Error", cause))).Cause;

    private static Call CallWith(params (string State, string Error, string? Cause)[] failed) => new()
    {
        CallId = "c",
        AudioS3Uri = "s3://bucket/a.wav",
        Timestamp = "2024-01-01T00:00:00Z",
        Failed = failed.ToDictionary(f => f.State, f => new StateError(f.Error, f.Cause)),
    };
}
