using System.Globalization;
using CallRecording.Local.Lambda;

namespace CallRecording.Local.EventBridge;

/// <summary>The rule that asks for a sweep once in a period, the first time after one period.</summary>
internal sealed class SweepSchedule : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly PeriodicTimer timer;
    private readonly TimeProvider time;
    private readonly FunctionTarget target;
    private readonly Task running;

    /// <summary>Starts at once.</summary>
    public SweepSchedule(IFunctions functions, TimeSpan period, TimeProvider time, Action<string> log)
    {
        this.time = time;
        target = new FunctionTarget(functions, ResourceNames.SettlementFunction, time, log);
        timer = new PeriodicTimer(period, time);
        running = Task.Run(RunAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        timer.Dispose();
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stop.Token))
            {
                await target.DeliverAsync("the sweep", Event(time.GetUtcNow()), stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next start sweeps again.
        }
    }

    private static ReadOnlyMemory<byte> Event(DateTimeOffset at) => EventEnvelope.Of(
        string.Create(CultureInfo.InvariantCulture, $"sweep-{at.ToUnixTimeSeconds()}"),
        "aws.events",
        "Scheduled Event",
        at,
        ResourceNames.SweepRuleArn,
        []);
}
