using System.Diagnostics;
using System.Text.Json.Nodes;
using CallRecording.Local.Resources;

namespace CallRecording.Tests.Local;

/// <summary>AWS's own command line, unmodified, told only which endpoint to use.</summary>
internal static class AwsCli
{
    public static bool IsThere => Environment.GetEnvironmentVariable("PATH")!
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "aws")));

    public static async Task<JsonNode?> JsonAsync(Uri endpoint, params string[] arguments) =>
        JsonNode.Parse(await TextAsync(endpoint, arguments));

    public static async Task<string> TextAsync(Uri endpoint, params string[] arguments)
    {
        var start = new ProcessStartInfo("aws") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_ACCESS_KEY_ID"] = "test";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "test";
        start.Environment["AWS_DEFAULT_REGION"] = ResourceNames.Region;
        start.Environment["AWS_PAGER"] = string.Empty;
        foreach (var argument in (string[])["--endpoint-url", endpoint.ToString(), "--output", "json", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("aws did not start.");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(
            process.ExitCode == 0, $"aws {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
        return await output;
    }
}
