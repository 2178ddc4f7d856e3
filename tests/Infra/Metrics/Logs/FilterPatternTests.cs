namespace CallRecording.Tests.Infra.Metrics.Logs;

public sealed class FilterPatternTests
{
    /// <summary>In the shape of the example of CloudWatch's page on patterns of JSON lines.</summary>
    private const string Line =
        """{"eventType":"UpdateTrail","sourceIPAddress":"111.111.111.111","errorCode":404,"ratio":0.5"""
            + ""","text":"7","none":null,"record":{"status":"timeout"}}""";

    [Theory]
    [InlineData("{ $.eventType = \"UpdateTrail\" }", true)]
    [InlineData("{ $.eventType = \"Update\" }", false)]
    [InlineData("{ $.eventtype = \"UpdateTrail\" }", false)]
    [InlineData("{ $.errorCode = 404 }", true)]
    [InlineData("{ $.errorCode > 403 }", true)]
    [InlineData("{ $.errorCode > 404 }", false)]
    [InlineData("{ $.errorCode >= 404 }", true)]
    [InlineData("{ $.errorCode < 404 }", false)]
    [InlineData("{ $.errorCode <= 404 }", true)]
    [InlineData("{ $.ratio > 0.4 }", true)]
    [InlineData("{ $.text > 0 }", false)]
    [InlineData("{ $.text = \"7\" }", true)]
    [InlineData("{ $.missing > 0 }", false)]
    [InlineData("{ $.missing = \"\" }", false)]
    [InlineData("{ $.none = \"\" }", false)]
    [InlineData("{ $.record.status = \"timeout\" }", true)]
    [InlineData("{ $.record.status.more = \"timeout\" }", false)]
    [InlineData("{ ($.errorCode = 404) && ($.eventType = \"UpdateTrail\") }", true)]
    [InlineData("{ ($.errorCode = 404) && ($.eventType = \"other\") }", false)]
    [InlineData("{ ($.errorCode = 1) || ($.eventType = \"UpdateTrail\") }", true)]
    [InlineData("{ ($.errorCode = 1) || ($.errorCode = 2) || ($.errorCode = 404) }", true)]
    [InlineData("{ ($.errorCode = 404) || ($.a = 1) && ($.b = 1) }", true)]
    [InlineData("{ (($.errorCode = 404) || ($.a = 1)) && ($.b = 1) }", false)]
    public void A_pattern_matches_what_the_documentation_says(string pattern, bool expected)
    {
        Assert.Equal(expected, FilterPattern.Matches(pattern, Line));
        Assert.False(FilterPattern.Matches(pattern, "START RequestId: 1"));
    }

    [Theory]
    [InlineData("ERROR")]
    [InlineData("{ $.a = \"b*\" }")]
    [InlineData("{ $.a != \"b\" }")]
    [InlineData("{ $.a NOT EXISTS }")]
    [InlineData("{ $.a IS NULL }")]
    [InlineData("{ $.a = %regex% }")]
    [InlineData("{ $.a[0] = 1 }")]
    [InlineData("{ ($.errorCode = 404) || ($.a = b) }")]
    [InlineData("{ $.a = 1")]
    [InlineData("{ $.a = 1 } { $.b = 1 }")]
    public void What_is_not_known_is_refused(string pattern) =>
        Assert.Throws<NotSupportedException>(() => FilterPattern.Matches(pattern, Line));
}
