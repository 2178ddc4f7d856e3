using CallRecording.Tests.Local;

namespace CallRecording.Tests.Web.Browser;

/// <summary>The page of the running stack in a real browser: each file of tests opens one Chromium.</summary>
[Collection(PageStackCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WhenAPersonUsesThePage(RunningStack stack)
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    private static string Folder => Path.Combine(BrowserTools.Folder, "journeys");

    public static TheoryData<string> Files() =>
    [
        .. Directory.EnumerateFiles(Folder, "*.test.mjs")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_does_what_its_tests_say(string file)
    {
        Assert.SkipWhen(BrowserTools.Missing is not null, BrowserTools.Missing ?? "");
        await using var control = await new Control(stack).StartAsync(TestContext.Current.CancellationToken);

        var (exitCode, count, said) = await NodeTests.RunAsync(
            Path.Combine(Folder, file),
            Bound,
            new Dictionary<string, string?>
            {
                ["BASE_URL"] = stack.Addresses.Web.ToString(),
                ["CONTROL_URL"] = control.Address.ToString(),
                ["CHROMIUM"] = BrowserTools.Chromium,
            });

        Assert.True(exitCode == 0, $"node --test {file} ended with {exitCode}:\n{said}\nThe stack said\n{stack.Log}");
        Assert.True(count > 0, $"{file} holds no test:\n{said}");
    }
}
