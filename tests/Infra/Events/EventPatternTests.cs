using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Events;

public sealed class EventPatternTests
{
    private const string Event =
        """{"source":"aws.states","resources":["arn:1","arn:2"],"detail":{"status":"FAILED","redriveCount":2"""
            + ""","error":null,"empty":"","in":{"deep":true}}}""";

    /// <summary>Each pattern, and whether it matches the event above. The first block is what the page on operators
    /// says of each operator, the second what it says of arrays, null and what is missing.</summary>
    public static TheoryData<string, bool> Patterns => new()
    {
        { """{"source":["aws.states"]}""", true },
        { """{"source":["aws.lambda","aws.states"]}""", true },
        { """{"source":["aws.state"]}""", false },
        { """{"source":[{"prefix":"aws."}]}""", true },
        { """{"source":[{"prefix":"com."}]}""", false },
        { """{"detail":{"status":[{"anything-but":"SUCCEEDED"}]}}""", true },
        { """{"detail":{"status":[{"anything-but":["SUCCEEDED","FAILED"]}]}}""", false },
        { """{"detail":{"status":[{"exists":true}]}}""", true },
        { """{"detail":{"status":[{"exists":false}]}}""", false },
        { """{"detail":{"cause":[{"exists":false}]}}""", true },
        { """{"source":["aws.states"],"detail":{"status":["SUCCEEDED"]}}""", false },

        { """{"resources":["arn:2"]}""", true },
        { """{"resources":["arn:3"]}""", false },
        { """{"detail":{"redriveCount":[2]}}""", true },
        { """{"detail":{"redriveCount":["2"]}}""", false },
        { """{"detail":{"error":[null]}}""", true },
        { """{"detail":{"empty":[""]}}""", true },
        { """{"detail":{"in":{"deep":[true]}}}""", true },
        { """{"detail":{"cause":["FAILED"]}}""", false },
        { """{"detail":{"cause":[{"anything-but":"FAILED"}]}}""", false },
        { """{"other":{"status":["FAILED"]}}""", false },
        { """{"other":{"status":[{"exists":false}]}}""", true },
    };

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_pattern_matches_what_the_documentation_says(string pattern, bool expected) =>
        Assert.Equal(expected, EventPattern.Matches(Json(pattern), Json(Event)));

    [Theory]
    [InlineData("""{"source":"aws.states"}""", "source")]
    [InlineData("""{"source":[]}""", "source")]
    [InlineData("""{"source":["other"],"detail":{"redriveCount":[{"numeric":[">",1]}]}}""", "numeric")]
    [InlineData("""{"detail":{"status":[{"wildcard":"F*"}]}}""", "wildcard")]
    [InlineData("""{"detail":{"status":[{"anything-but":{"prefix":"F"}}]}}""", "anything-but")]
    [InlineData("""{"$or":[{"source":["a"]}]}""", "$or")]
    public void What_is_not_known_is_refused_by_its_name(string pattern, string named)
    {
        var refusal = Assert.Throws<NotSupportedException>(() => EventPattern.Matches(Json(pattern), Json(Event)));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moto_decides_alike_on_every_pattern_and_every_recorded_event()
    {
        var events = RecordedEvent.All("arn:aws:states:us-east-1:333333333333:stateMachine:calls")
            .Select(one => one.Event).Prepend(Json(Event)).ToList();
        string[] patterns =
        [
            .. Patterns.Select(row => row.Data.Item1),
            """{"source":["aws.states"],"detail-type":["Step Functions Execution Status Change"],"detail":"""
                + """{"stateMachineArn":["arn:aws:states:us-east-1:333333333333:stateMachine:calls"],"status":"""
                + """["FAILED","TIMED_OUT","ABORTED"]}}""",
        ];
        var questions = patterns.SelectMany(pattern => events.Select(one => (Pattern: Json(pattern), Event: one)))
            .ToList();

        var theirs = await MotoPatterns.MatchAsync(questions, TestContext.Current.CancellationToken);

        var ours = questions.Select(one => EventPattern.Matches(one.Pattern, one.Event));
        var differing = questions.Zip(ours, theirs).Where(one => one.Second != one.Third)
            .Select(
                one => $"{one.First.Pattern.ToJsonString()} of {one.First.Event.ToJsonString()}: ours {one.Second}, "
                    + $"moto's {one.Third}");
        Assert.Empty(differing);
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
