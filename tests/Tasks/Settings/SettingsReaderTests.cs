using CallRecording.Tasks.Settings;

namespace CallRecording.Tests.Tasks.Settings;

public sealed class SettingsReaderTests
{
    [Fact]
    public void A_missing_variable_is_named()
    {
        var problem = Assert.Throws<SettingException>(() => Reader().Text("S3_OUTPUT_BUCKET"));

        Assert.StartsWith("S3_OUTPUT_BUCKET is not set", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_variable_is_a_missing_one(string value) =>
        Assert.Throws<SettingException>(() => Reader(("S3_OUTPUT_BUCKET", value)).Text("S3_OUTPUT_BUCKET"));

    [Theory]
    [InlineData("call-recording")]
    [InlineData("arn:aws:s3:::bucket")]
    [InlineData("arn:")]
    public void An_ARN_of_something_else_is_refused_with_its_value(string value)
    {
        var reader = Reader(("STATE_MACHINE_ARN", value));

        var problem = Assert.Throws<SettingException>(() => reader.Arn("STATE_MACHINE_ARN", "states"));

        Assert.Equal($"STATE_MACHINE_ARN is '{value}', expected an ARN of states.", problem.Message);
    }

    [Theory]
    [InlineData("0.9", false)]
    [InlineData("1", true)]
    [InlineData("10", true)]
    [InlineData("10.1", false)]
    [InlineData("NaN", false)]
    [InlineData("ten", false)]
    public void A_number_outside_its_bounds_is_refused(string value, bool accepted)
    {
        var reader = Reader(("POLL_GROWTH", value));

        var problem = Record.Exception(() => reader.Number("POLL_GROWTH", 2, 1, 10));

        Assert.Equal(accepted, problem is null);
        Assert.True(accepted || problem!.Message == $"POLL_GROWTH is '{value}', expected a number from 1 to 10.");
    }

    [Fact]
    public void A_number_that_is_not_set_is_the_usual_one() => Assert.Equal(7, Reader().Whole("POLL_GROWTH", 7, 1, 10));

    [Fact]
    public void A_word_that_is_not_offered_is_refused() =>
        Assert.Equal(
            "STAGE is 'live', expected one of LIVE, DEVELOPMENT.",
            Assert.Throws<SettingException>(
                () => Reader(("STAGE", "live")).OneOf("STAGE", "LIVE", "DEVELOPMENT")).Message);

    private static SettingsReader Reader(params (string Name, string Value)[] variables) =>
        new(variables.ToDictionary(variable => variable.Name, variable => variable.Value));
}
