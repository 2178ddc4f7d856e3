using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CallRecording.Tests.Web;

/// <summary>One file of JavaScript tests, run by Node's own runner.</summary>
internal static partial class NodeTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <returns>How it ended, how many tests ran, and what was said.</returns>
    public static Task<(int ExitCode, int Count, string Said)> RunAsync(string file) => RunAsync(file, Bound, []);

    /// <param name="limit">How long all of the file's tests may take together.</param>
    /// <param name="environment">What they are told.</param>
    public static async Task<(int ExitCode, int Count, string Said)> RunAsync(
        string file, TimeSpan limit, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("node", ["--test", "--test-reporter=tap", file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("NODE_OPTIONS");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(limit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(bound.Token);
            var said = await process.StandardOutput.ReadToEndAsync(bound.Token);
            await process.WaitForExitAsync(bound.Token);
            return (process.ExitCode, Count(said), said + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static int Count(string said) =>
        Passed().Match(said) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex("^# pass ([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
