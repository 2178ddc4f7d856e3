using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CallRecording.Local.Lambda;
using CallRecording.Local.StepFunctions;

namespace CallRecording.Local.EventBridge;

/// <summary>The rule on executions that ended without success. Like the service's own events these are best effort:
/// what is not delivered when the system stops is left to the sweep.</summary>
internal sealed class ExecutionStatusRule(IFunctions functions, TimeProvider time, Action<string> log)
    : IAsyncDisposable
{
    /// <summary>More than that waiting at once are left to the sweep.</summary>
    private const int MostWaiting = 10_000;

    private const int AtOnce = 4;

    private readonly CancellationTokenSource stop = new();
    private readonly Channel<ExecutionEvent> waiting = Channel.CreateBounded<ExecutionEvent>(MostWaiting);
    private readonly FunctionTarget target = new(functions, ResourceNames.SettlementFunction, time, log);
    private Task delivering = Task.CompletedTask;

    /// <summary>Never waits: it is told in the engine's own step.</summary>
    public void Tell(ExecutionEvent change)
    {
        if (StatusOf(change) is not null && !waiting.Writer.TryWrite(change))
        {
            log($"{change.Execution} is not delivered, the next sweep finds the call");
        }
    }

    /// <param name="describe">DescribeExecution's answer by an execution's name.</param>
    public void Start(Func<string, JsonObject?> describe) =>
        delivering = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => DeliverAsync(describe))));

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await stop.CancelAsync();
        await delivering;
        stop.Dispose();
    }

    private async Task DeliverAsync(Func<string, JsonObject?> describe)
    {
        try
        {
            await foreach (var change in waiting.Reader.ReadAllAsync(stop.Token))
            {
                // An execution that was told is on disk.
                var payload = Event(describe(change.Execution)!, change);
                await target.DeliverAsync($"{StatusOf(change)} of {change.Execution}", payload, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The sweep finds what was not delivered.
        }
    }

    private static ReadOnlyMemory<byte> Event(JsonObject execution, ExecutionEvent change)
    {
        var status = StatusOf(change)!; // Nothing else is let in.
        var arn = execution["executionArn"]!.GetValue<string>(); // DescribeExecution always says it.
        return EventEnvelope.Of(
            string.Create(CultureInfo.InvariantCulture, $"{change.Execution}-{change.At.ToUnixTimeMilliseconds()}"),
            "aws.states",
            "Step Functions Execution Status Change",
            change.At,
            arn,
            StatusChangeDetail.Of(execution, status, change.At));
    }

    private static string? StatusOf(ExecutionEvent change) => change.Kind switch
    {
        ExecutionEventKind.Failed => "FAILED",
        ExecutionEventKind.TimedOut => "TIMED_OUT",
        ExecutionEventKind.Aborted => "ABORTED",
        _ => null,
    };
}
