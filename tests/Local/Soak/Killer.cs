using System.Globalization;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Sends SIGKILL again and again while a system works, to the process whose turn it is.</summary>
internal sealed class Killer(SoakedSystem system, TimeSpan every, Random random, Func<string, Task> tell)
{
    // What starts again whole needs a while in which something gets done.
    private static readonly Victim[] Turns =
        [Victim.Function, Victim.Function, Victim.System, Victim.Function, Victim.Function, Victim.Emulators];

    private readonly Dictionary<Victim, int> killed = [];
    private TimeSpan longestPause;

    /// <summary>How many were killed, and the longest time between two of them.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"SIGKILL {killed.Values.Sum()} times ({string.Join(", ", killed.Select(one => $"{one.Key} {one.Value}"))}), "
        + $"at most {longestPause.TotalSeconds:0.0} s apart");

    /// <summary>Returns when it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every);
        var last = TimeProvider.System.GetTimestamp();
        for (var turn = 0; await TicksAsync(timer, stop); turn++)
        {
            var pause = TimeProvider.System.GetElapsedTime(last);
            (last, longestPause) = (TimeProvider.System.GetTimestamp(), pause > longestPause ? pause : longestPause);
            var victim = await system.KillAsync(Turns[turn % Turns.Length], random);
            killed[victim] = killed.GetValueOrDefault(victim) + 1;
            await tell($"SIGKILL: {victim}");
        }
    }

    private static async Task<bool> TicksAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
