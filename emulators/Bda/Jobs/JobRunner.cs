using System.Threading.Channels;
using CallRecording.Emulators.Bda.Objects;

namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>Takes jobs from Created to their end: one loop, asleep until the next job is due or it is woken.</summary>
internal sealed class JobRunner(BdaOptions options, JobStore jobs, JobEnd end, TimeProvider time) : IAsyncDisposable
{
    /// <summary>So many jobs are being finished at once; the rest of those due wait for the next turn.</summary>
    private const int Hands = 8;

    /// <summary>While S3 is away a job's end is tried again this often, then it ends in ServiceError.</summary>
    private const int MaxAttempts = 30;

    private static readonly TimeSpan AttemptEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxSleep = TimeSpan.FromHours(1);

    private readonly Channel<bool> alarm = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource stopping = new();

    // A turn of the loop or a mending, never both: a job must not be spoiled by a fault that was just taken away.
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Ends with the runner; faulted when it broke down.</summary>
    public Task Stopped { get; private set; } = Task.CompletedTask;

    public void Start() => Stopped = Task.Run(LoopAsync);

    /// <summary>There is something to do: a new job, or one let go.</summary>
    public void Wake() => alarm.Writer.TryWrite(true);

    /// <returns>How many jobs were let go and how many results written again.</returns>
    public async Task<(int Released, int Rewritten)> MendAsync(
        string inputUri,
        Func<CancellationToken, Task> removeFault,
        CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await removeFault(cancellationToken);
            var spoiled = jobs.Spoiled(inputUri);
            foreach (var job in spoiled)
            {
                jobs.Update(await end.MendAsync(job, cancellationToken));
            }

            return (jobs.Release(inputUri), spoiled.Count);
        }
        finally
        {
            turn.Release();
            Wake();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Stopped.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
        turn.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                if (!await TakeTurnAsync(stopping.Token))
                {
                    await SleepAsync(stopping.Token);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Open jobs are in the database; the next start goes on with them.
        }
    }

    /// <returns>Whether anything was done.</returns>
    private async Task<bool> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var started = jobs.StartWaiting(options.ConcurrentJobs, time.GetUtcNow());
            started.ForEach(Announce);
            var due = jobs.Due(time.GetUtcNow());
            var hands = new ParallelOptions { MaxDegreeOfParallelism = Hands, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(due, hands, async (job, token) => await FinishAsync(job, token));
            return started.Count + due.Count > 0;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task FinishAsync(BdaJob job, CancellationToken cancellationToken)
    {
        var now = await TryDecideAsync(job, cancellationToken);
        jobs.Update(now);
        if (now.Attempts == job.Attempts || now.CompletedAt is not null)
        {
            Announce(now);
        }
    }

    private async Task<BdaJob> TryDecideAsync(BdaJob job, CancellationToken cancellationToken)
    {
        try
        {
            return await end.DecideAsync(job, cancellationToken);
        }
        catch (Exception trouble) when (S3Trouble.Is(trouble))
        {
            return job.Attempts + 1 < MaxAttempts
                ? job with { Attempts = job.Attempts + 1, DueAt = time.GetUtcNow() + AttemptEvery }
                : end.Failed(
                    job,
                    BdaStatus.ServiceError,
                    "InternalServerException",
                    $"S3 could not be used in {MaxAttempts} attempts: {trouble.Message}");
        }
    }

    private async Task SleepAsync(CancellationToken cancellationToken)
    {
        var due = jobs.NextDue() ?? DateTimeOffset.MaxValue;
        var left = due - time.GetUtcNow();
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var slept = Task.Delay(left > MaxSleep ? MaxSleep : Max(left, TimeSpan.Zero), time, awake.Token);
        // Asked again once the timer runs: time that was skipped in between would otherwise be slept through.
        if (time.GetUtcNow() < due)
        {
            await Task.WhenAny(slept, alarm.Reader.WaitToReadAsync(awake.Token).AsTask());
            alarm.Reader.TryRead(out _);
        }

        await awake.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private void Announce(BdaJob job) => options.JobChanged?.Invoke(job);
}
