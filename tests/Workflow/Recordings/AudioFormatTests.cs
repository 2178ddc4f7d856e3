using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Recordings;

namespace CallRecording.Tests.Workflow.Recordings;

public sealed class AudioFormatTests
{
    [Theory]
    [InlineData("a.amr", "amr")]
    [InlineData("a.flac", "flac")]
    [InlineData("a.m4a", "m4a")]
    [InlineData("a.mp3", "mp3")]
    [InlineData("a.ogg", "ogg")]
    [InlineData("a.wav", "wav")]
    [InlineData("2024/01.02/a.b.WaV", "wav")]
    [InlineData(".mp3", "mp3")]
    public void A_format_that_jobs_take_passes(string key, string expected) =>
        Assert.Equal(expected, AudioFormat.Check(new S3Uri("bucket", key), sizeBytes: 1));

    [Theory]
    [InlineData("a.webm", "is of format 'webm', expected one of amr, flac, m4a, mp3, ogg, wav.")]
    [InlineData("a", "is of format '', expected")]
    [InlineData("a.", "is of format '', expected")]
    [InlineData("a.wav/b", "is of format '', expected")]
    [InlineData("a.wav/", "is of format '', expected")]
    [InlineData("a.mp33", "is of format 'mp33', expected")]
    public void Any_other_is_rejected_with_those_that_pass(string key, string expected)
    {
        var thrown = Assert.Throws<AudioRejectedException>(() => AudioFormat.Check(new S3Uri("bucket", key), 1));

        Assert.StartsWith($"s3://bucket/{key} {expected}", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "s3://bucket/a.wav is empty.")]
    [InlineData(2147483649, "s3://bucket/a.wav has 2147483649 bytes, expected at most 2147483648.")]
    public void A_size_outside_of_the_limits_is_rejected(long sizeBytes, string expected)
    {
        var thrown = Assert.Throws<AudioRejectedException>(
            () => AudioFormat.Check(new S3Uri("bucket", "a.wav"), sizeBytes));

        Assert.Equal(expected, thrown.Message);
    }

    [Fact]
    public void The_largest_size_passes() =>
        Assert.Equal("wav", AudioFormat.Check(new S3Uri("bucket", "a.wav"), AudioFormat.MaxSizeBytes));
}
