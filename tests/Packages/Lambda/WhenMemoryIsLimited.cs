using System.Globalization;

namespace CallRecording.Tests.Packages.Lambda;

/// <summary>.NET does not see the function's limit by itself: a heap that grew past it would be killed.</summary>
public sealed class WhenMemoryIsLimited
{
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public async Task The_heap_is_as_large_as_the_function()
    {
        var bytes = await HeapAsync(("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"));

        Assert.Equal(256 * Megabyte, bytes);
    }

    [Fact]
    public async Task A_lower_limit_stays()
    {
        var bytes = await HeapAsync(
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
            ("DOTNET_GCHeapHardLimit", $"{128 * Megabyte:x}"));

        Assert.Equal(128 * Megabyte, bytes);
    }

    private static async Task<long> HeapAsync(params (string, string)[] environment) =>
        long.Parse((await SpeakerProcess.SayAsync("nothing", environment)).Post.Body, CultureInfo.InvariantCulture);
}
