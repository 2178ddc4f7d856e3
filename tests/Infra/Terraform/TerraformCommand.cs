using System.Diagnostics;

namespace CallRecording.Tests.Infra.Terraform;

/// <summary>The <c>terraform</c> of this machine, where it has one.</summary>
internal static class TerraformCommand
{
    /// <summary>A folder of provider plugins, laid out as registry.terraform.io/hashicorp/aws/VERSION/PLATFORM;
    /// <c>./test</c> sets it. Without it terraform asks its registry.</summary>
    private const string PluginsVariable = "TF_PLUGINS";

    // Any port without a listener: a plan must ask AWS for nothing.
    private const string Nowhere = "http://127.0.0.1:9";

    /// <summary>Why there can be no plan here, or null.</summary>
    public static string? WhyNot()
    {
        if (Path(Environment.GetEnvironmentVariable("PATH") ?? "") is null)
        {
            return "terraform is not on the PATH";
        }

        return Directory.Exists(Plugins) ? null : $"{PluginsVariable} names no folder with the provider hashicorp/aws";
    }

    private static string? Plugins => Environment.GetEnvironmentVariable(PluginsVariable);

    /// <returns>The exit code and what it wrote to standard output and standard error.</returns>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string folder, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("terraform", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TF_CLI_CONFIG_FILE"] = "/dev/null";
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        start.Environment["AWS_ENDPOINT_URL"] = Nowhere;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("terraform did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    public static string[] Init() => ["init", "-input=false", "-no-color", $"-plugin-dir={Plugins}"];

    private static string? Path(string folders) => folders.Split(':')
        .Select(folder => System.IO.Path.Combine(folder, "terraform"))
        .FirstOrDefault(File.Exists);
}
