using CallRecording.Workflow.Identity;
using CsCheck;

namespace CallRecording.Tests.Workflow.Identity;

public sealed class CallTimestampTests
{
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    [Theory]
    [InlineData("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z")]
    [InlineData("2024-01-01t00:00:00z", "2024-01-01T00:00:00Z")]
    [InlineData("2024-01-01 00:00:00", "2024-01-01T00:00:00Z")]
    [InlineData("2024-01-01T00:00", "2024-01-01T00:00:00Z")]
    [InlineData("2024-01-01T00:00:00.9999999999Z", "2024-01-01T00:00:00Z")]
    [InlineData("2024-01-01T00:00:00,5Z", "2024-01-01T00:00:00Z")]
    [InlineData("2024-01-01T02:30:00+02:30", "2024-01-01T00:00:00Z")]
    [InlineData("2024-01-01T02:30:00+0230", "2024-01-01T00:00:00Z")]
    [InlineData("2023-12-31T19:00:00-05", "2024-01-01T00:00:00Z")]
    [InlineData("2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z")]
    [InlineData("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z")]
    [InlineData("1969-12-31T23:00:00-01:00", "1970-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59Z")]
    public void A_time_is_brought_to_UTC_and_whole_seconds(string text, string expected) =>
        Assert.Equal(expected, CallTimestamp.Format(CallTimestamp.Parse(text)));

    [Theory]
    [InlineData("")]
    [InlineData("2024-01-01")]
    [InlineData("01/02/2024 00:00")]
    [InlineData("2024-13-01T00:00:00Z")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("2024-01-01T24:00:00Z")]
    [InlineData("2024-01-01T00:00:60Z")]
    [InlineData("2024-01-01T00:00:00+24:00")]
    [InlineData("2024-01-01T00:00:00+01:60")]
    [InlineData("2024-01-01T00:00:00Z\n")]
    [InlineData("٢٠٢٤-01-01T00:00:00Z")]
    [InlineData("1704067200")]
    [InlineData("2024-01-01T00:00:00ZZ")]
    [InlineData("2024-01-01T00:00:00.Z")]
    [InlineData("2024-01-01T00:00:00.5.5Z")]
    [InlineData("2024-01-01T00:00:0")]
    [InlineData("2024-01-01T00:00:00+0")]
    [InlineData("2024-01-01T00:00:00+01:0")]
    [InlineData("2024-01-01T00:0")]
    [InlineData("2024-01-01X00:00:00Z")]
    public void What_is_no_time_is_refused(string text)
    {
        Assert.False(CallTimestamp.TryParse(text, out _, out var problem));

        Assert.Contains("is no time, expected ISO 8601", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1969-12-31T23:59:59Z")]
    [InlineData("1970-01-01T00:00:00+00:01")]
    [InlineData("0001-01-01T00:00:00+23:00")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    public void A_time_outside_of_the_range_is_refused(string text)
    {
        var thrown = Assert.Throws<FormatException>(() => CallTimestamp.Parse(text));

        Assert.Contains("is out of range", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_second_is_read_as_it_is_written() =>
        Gen.Long[0, LastSecond].Sample(seconds =>
            CallTimestamp.Parse(CallTimestamp.Format(DateTimeOffset.FromUnixTimeSeconds(seconds)))
                .ToUnixTimeSeconds() == seconds);
}
