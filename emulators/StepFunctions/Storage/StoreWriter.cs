using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <summary>The one connection that writes. What is asked for at the same time is committed together.</summary>
internal sealed class StoreWriter : IAsyncDisposable
{
    private const int MaxWaiting = 10_000;
    private const int MaxTogether = 500;

    private readonly Channel<Job> jobs = Channel.CreateBounded<Job>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });

    private readonly SqliteConnection connection;
    private readonly Task loop;

    public StoreWriter(SqliteConnection connection)
    {
        this.connection = connection;
        loop = Task.Run(WriteAllAsync);
    }

    /// <summary>Completes when the work is committed.</summary>
    public async Task<T> WriteAsync<T>(Func<SqliteConnection, T> work)
    {
        var job = new Job(connection => work(connection));
        await jobs.Writer.WriteAsync(job);
        // The work's own result: Job keeps it untyped because a batch mixes them.
        return (T)(await job.Done.Task)!;
    }

    public async ValueTask DisposeAsync()
    {
        jobs.Writer.TryComplete();
        await loop;
        await connection.DisposeAsync();
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Job>(MaxTogether);
        while (await jobs.Reader.WaitToReadAsync())
        {
            while (batch.Count < MaxTogether && jobs.Reader.TryRead(out var job))
            {
                batch.Add(job);
            }

            Write(batch);
            batch.Clear();
        }
    }

    private void Write(List<Job> batch)
    {
        try
        {
            // Statements of this connection take part by themselves.
            using var transaction = connection.BeginTransaction();
            foreach (var job in batch)
            {
                job.Result = job.Work(connection);
            }

            transaction.Commit();
            batch.ForEach(job => job.Done.SetResult(job.Result));
        }
#pragma warning disable CA1031 // Whatever stops a transaction is told to everyone whose work was in it.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            batch.ForEach(job => job.Done.TrySetException(problem));
        }
    }

    private sealed class Job(Func<SqliteConnection, object?> work)
    {
        public Func<SqliteConnection, object?> Work { get; } = work;

        public object? Result { get; set; }

        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
