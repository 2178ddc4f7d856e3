namespace CallRecording.Tests.Web;

public sealed class WhenThePageSignsIn
{
    public static TheoryData<string> Files() =>
    [
        .. Directory.EnumerateFiles(ProjectFiles.At("tests", "Web"), "*.test.mjs")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Its_modules_do_what_their_tests_say(string file)
    {
        var (exitCode, count, said) = await NodeTests.RunAsync(ProjectFiles.At("tests", "Web", file));

        Assert.True(exitCode == 0, $"node --test {file} ended with {exitCode}:\n{said}");
        Assert.True(count > 0, $"{file} holds no test:\n{said}");
    }
}
