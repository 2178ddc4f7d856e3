using System.Globalization;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.EventBridge;

/// <summary>A rule that invokes a function once in a period, the first time after one period.</summary>
internal sealed class ScheduleRule : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly PeriodicTimer timer;
    private readonly TimeProvider time;
    private readonly FunctionTarget target;
    private readonly string name;
    private readonly Task running;

    /// <summary>Starts at once.</summary>
    /// <param name="name">The rule's.</param>
    public ScheduleRule(
        string name, IFunctions functions, string function, TimeSpan period, TimeProvider time, Action<string> log)
    {
        this.name = name;
        this.time = time;
        target = new FunctionTarget(functions, function, time, log);
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
                await target.DeliverAsync($"the event of {name}", Event(time.GetUtcNow()), stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next start begins a new period.
        }
    }

    private ReadOnlyMemory<byte> Event(DateTimeOffset at) => EventEnvelope.Of(
        string.Create(CultureInfo.InvariantCulture, $"{name}-{at.ToUnixTimeSeconds()}"),
        "aws.events",
        "Scheduled Event",
        at,
        $"arn:aws:events:{EmulatedAccount.Region}:{EmulatedAccount.Id}:rule/{name}",
        []);
}
