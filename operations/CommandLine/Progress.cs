using Spectre.Console;

namespace CallRecording.Operations.CommandLine;

/// <summary>Does one thing after another and shows how far it is: a bar at a terminal, else a line for each tenth. Of
/// little work only the end is told.</summary>
internal static class Progress
{
    private const int Parts = 10;

    public static Task ForEachAsync<T>(IReadOnlyCollection<T> all, TextWriter output, Func<T, Task> work) =>
        output is Terminal { HasScreen: true } terminal
            ? terminal.DrawAsync(screen => DrawAsync(screen, all, work))
            : TellAsync(all, output, work);

    private static Task DrawAsync<T>(IAnsiConsole screen, IReadOnlyCollection<T> all, Func<T, Task> work) =>
        screen.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                var bar = progress.AddTask("work", maxValue: all.Count);
                foreach (var one in all)
                {
                    await work(one);
                    bar.Increment(1);
                }
            });

    private static async Task TellAsync<T>(IReadOnlyCollection<T> all, TextWriter output, Func<T, Task> work)
    {
        var done = 0;
        foreach (var one in all)
        {
            await work(one);
            done++;
            if (all.Count >= Parts && done * Parts / all.Count > (done - 1) * Parts / all.Count)
            {
                await output.WriteLineAsync($"  {done} of {all.Count}");
            }
        }
    }
}
