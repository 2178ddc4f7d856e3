using CallRecording.Emulators.Bda.Jobs;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class JobTimesTests
{
    [Theory]
    [InlineData(141, 1, 90.24)]
    [InlineData(141, 10, 9.024)]
    [InlineData(1, 1, 10)]
    [InlineData(15, 1, 10)]
    [InlineData(16, 1, 10.24)]
    [InlineData(14_400, 1, 9_216)]
    [InlineData(1_000_000, 1, 9_216)]
    public void A_job_takes_a_share_of_its_audio(int audioSeconds, double speed, double seconds) =>
        Assert.Equal(
            seconds, JobTimes.For(TimeSpan.FromSeconds(audioSeconds), speed).TotalSeconds, tolerance: 0.001);

    [Fact]
    public void The_length_of_a_WAV_is_read_off_its_header()
    {
        var wav = TestAudio.Wav(seconds: 60);

        Assert.Equal(60, JobTimes.EstimateLength(wav.AsSpan(0, 64), wav.Length).TotalSeconds, tolerance: 0.01);
    }

    [Fact]
    public void The_length_of_anything_else_is_guessed_from_its_size() =>
        Assert.Equal(TimeSpan.FromSeconds(10), JobTimes.EstimateLength("OggS"u8, 80_000));
}
