using System.Diagnostics;

namespace CallRecording.Tests.Packages.Lambda;

/// <summary>Runs a function in a process of its own for one event.</summary>
internal static class SpeakerProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "CallRecording.Tests.Speaker.dll");

    /// <param name="saying">One of the program's.</param>
    /// <returns>What it wrote, standard output first, and what it told the Runtime API.</returns>
    public static async Task<Spoken> SayAsync(string saying, params (string Name, string Value)[] environment)
    {
        await using var api = await FakeRuntimeApi.StartAsync($"\"{saying}\"");
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var post = await api.PostAsync();
        // It waits for the next event, and what it wrote is in the pipe.
        process.Kill();
        return new(await output + await errors, post);
    }
}
