using System.Text;
using CallRecording.Emulators.Bda.Recorded;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class RecordedJsonTests
{
    private const int LongerThanABuffer = 300_000;

    [Theory]
    [InlineData("""{"metadata": {"duration_millis": 1500}}""", 1.5)]
    [InlineData(
        """{"a": {"duration_millis": 9}, "metadata": {"b": [{"duration_millis": 8}], "duration_millis": 1500}}""", 1.5)]
    [InlineData("""{"metadata": {"duration_millis": -1}}""", null)]
    [InlineData("""{"metadata": {"duration_millis": 1e999}}""", null)]
    [InlineData("""{"metadata": {"duration_millis": "1500"}}""", null)]
    [InlineData("""{"metadata": []}""", null)]
    [InlineData("{}", null)]
    public async Task A_recorded_result_tells_the_length(string standard, double? seconds)
    {
        var (isObject, length) = await ReadAsync(standard);

        Assert.True(isObject);
        Assert.Equal(seconds, length?.TotalSeconds);
    }

    [Fact]
    public async Task One_that_is_longer_than_what_is_read_at_once_is_read_whole()
    {
        var text = new string('é', LongerThanABuffer);
        var many = string.Join(',', Enumerable.Repeat("""{"a": "b"}""", LongerThanABuffer));

        var (isObject, length) = await ReadAsync(
            $$$"""{"text": "{{{text}}}", "many": [{{{many}}}], "metadata": {"duration_millis": 2000}}""");

        Assert.True(isObject);
        Assert.Equal(2, length?.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{")]
    [InlineData("""{"a": 1} {}""")]
    [InlineData("""{"a": "cut o""")]
    public async Task What_is_no_object_is_none(string json) => Assert.False((await ReadAsync(json)).IsObject);

    private static Task<(bool IsObject, TimeSpan? Length)> ReadAsync(string json) => RecordedJson.ReadAsync(
        new MemoryStream(Encoding.UTF8.GetBytes(json)), TestContext.Current.CancellationToken);
}
