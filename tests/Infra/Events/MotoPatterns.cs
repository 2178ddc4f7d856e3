using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Events;

/// <summary>How moto, another emulator of AWS, decides on patterns: a judge of ours, where this machine has
/// it.</summary>
internal static class MotoPatterns
{
    /// <summary>One question on each line, as a list of pattern and event; one answer on each line.</summary>
    private const string Program =
        "import sys, json\n"
        + "from moto.events.models import EventPattern\n"
        + "for line in sys.stdin:\n"
        + "    pattern, event = json.loads(line)\n"
        + "    print(EventPattern(None, pattern).matches_event(event))\n";

    /// <summary>Skips the test where there is no Python with moto.</summary>
    public static async Task<IReadOnlyList<bool>> MatchAsync(
        IReadOnlyList<(JsonObject Pattern, JsonObject Event)> questions, CancellationToken cancellationToken)
    {
        using var process = Start();
        var answers = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            foreach (var (pattern, @event) in questions)
            {
                var question = new JsonArray(pattern.DeepClone(), @event.DeepClone());
                await process.StandardInput.WriteLineAsync(question.ToJsonString().AsMemory(), cancellationToken);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended at once; the errors say why.
        }

        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            Skip((await errors).Trim().Split('\n')[^1]);
        }

        return [.. (await answers).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(bool.Parse)];
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", ["-c", Program])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!; // It is started without a shell.
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            Skip(problem.Message);
            throw;
        }
    }

    private static void Skip(string reason) =>
        Assert.Skip($"Moto, which judges our evaluation of event patterns, is not on this machine: {reason}");
}
