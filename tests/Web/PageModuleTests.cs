using CallRecording.Tests.Web.Browser;

namespace CallRecording.Tests.Web;

/// <summary>The page's modules, each with the tests that Node runs.</summary>
public sealed class PageModuleTests
{
    private static string Folder => ProjectFiles.At("tests", "Web");

    /// <summary>All but those that need a browser, which run with a stack.</summary>
    public static TheoryData<string> Files() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.test.mjs", SearchOption.AllDirectories)
            .Where(
                path => !path.StartsWith(BrowserTools.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_module_does_what_its_tests_say(string file)
    {
        var (exitCode, count, said) = await NodeTests.RunAsync(Path.Combine(Folder, file));

        Assert.True(exitCode == 0, $"node --test {file} ended with {exitCode}:\n{said}");
        Assert.True(count > 0, $"{file} holds no test:\n{said}");
    }
}
