using CallRecording.Tests.Web;

namespace CallRecording.Tests.Local.ExecutionPages;

public sealed class WhenThePageReadsExecutions
{
    [Theory]
    [InlineData("graph.test.mjs")]
    [InlineData("outcome.test.mjs")]
    [InlineData("service.test.mjs")]
    public async Task Its_modules_do_what_their_tests_say(string file)
    {
        var (exitCode, count, said) = await NodeTests.RunAsync(
            ProjectFiles.At("tests", "Local", "ExecutionPages", file));

        Assert.True(exitCode == 0, $"node --test {file} ended with {exitCode}:\n{said}");
        Assert.True(count > 0, $"{file} holds no test:\n{said}");
    }
}
