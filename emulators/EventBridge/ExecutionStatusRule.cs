using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Emulators.StepFunctions.Running;
using Microsoft.Data.Sqlite;

namespace CallRecording.Emulators.EventBridge;

/// <summary>The rule on executions that ended without success. An event is delivered at least once: it is forgotten
/// only when the function took it, or failed at it too often, and told again after a stop or a kill.</summary>
internal sealed class ExecutionStatusRule(
    IFunctions functions, string function, TimeProvider time, Action<string> log)
    : IAsyncDisposable
{
    private const int MaxAtOnce = 4;
    private const int PageSize = 100;

    private readonly CancellationTokenSource stop = new();

    // One note is enough for any number of ends: they are on disk.
    private readonly Channel<bool> news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly FunctionTarget target = new(functions, function, time, log);
    private Task delivering = Task.CompletedTask;

    /// <summary>Never waits: it is told in the engine's own step.</summary>
    public void Tell(ExecutionEvent change)
    {
        if (change.Kind is ExecutionEventKind.Failed or ExecutionEventKind.TimedOut or ExecutionEventKind.Aborted)
        {
            news.Writer.TryWrite(true);
        }
    }

    /// <summary>Delivers what an earlier start left, and then what happens. The function must be there.</summary>
    public void Start(IStatusChanges changes)
    {
        news.Writer.TryWrite(true);
        delivering = Task.Run(() => DeliverAsync(changes));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await delivering;
        stop.Dispose();
    }

    private async Task DeliverAsync(IStatusChanges changes)
    {
        var several = new ParallelOptions { MaxDegreeOfParallelism = MaxAtOnce, CancellationToken = stop.Token };
        try
        {
            await Parallel.ForEachAsync(
                UnheardAsync(changes, stop.Token),
                several,
                async (change, cancellationToken) => await DeliverAsync(changes, change, cancellationToken));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next start tells what was not delivered.
        }
    }

    private async IAsyncEnumerable<StatusChange> UnheardAsync(
        IStatusChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        await foreach (var _ in news.Reader.ReadAllAsync(cancellationToken))
        {
            while (Read(changes, last) is { Count: > 0 } page)
            {
                foreach (var change in page)
                {
                    yield return change;
                }

                last = page[^1].Id;
            }
        }
    }

    private IReadOnlyList<StatusChange> Read(IStatusChanges changes, long after)
    {
        try
        {
            return changes.Unheard(after, PageSize);
        }
        catch (SqliteException problem)
        {
            log($"events cannot be read, and are delivered with the next one: {problem.Message}");
            return [];
        }
    }

    private async Task DeliverAsync(IStatusChanges changes, StatusChange change, CancellationToken cancellationToken)
    {
        try
        {
            await target.DeliverAsync(
                $"{change.Status.Word()} of {change.Execution}", Event(changes, change), cancellationToken);
            await changes.ForgetAsync(change);
        }
        catch (SqliteException problem)
        {
            log($"{change.Execution} is delivered after a restart: {problem.Message}");
        }
    }

    private static ReadOnlyMemory<byte> Event(IStatusChanges changes, StatusChange change)
    {
        // An execution that has ended is on disk, and is never removed.
        var execution = changes.Describe(change.Execution)!;
        var arn = execution["executionArn"]!.GetValue<string>(); // DescribeExecution always says it.
        return EventEnvelope.Of(
            string.Create(CultureInfo.InvariantCulture, $"{change.Execution}-{change.At.ToUnixTimeMilliseconds()}"),
            "aws.states",
            "Step Functions Execution Status Change",
            change.At,
            arn,
            StatusChangeDetail.Of(execution, change));
    }
}
