using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Paths;
using CallRecording.Emulators.StepFunctions.Running.States;

namespace CallRecording.Emulators.StepFunctions.Running.History;

/// <summary>
/// What happens to one execution between two pauses: changed in memory, then stored as one transaction.
/// </summary>
internal sealed class Step(
    Execution execution,
    StateMachine machine,
    MachineIdentity identity,
    Pace pace,
    DateTimeOffset now)
{
    public const int MaxEvents = 25_000;

    /// <summary>AWS's limit where the definition sets none.</summary>
    public static readonly TimeSpan MaxExecutionTime = TimeSpan.FromDays(365);

    private readonly List<HistoryEvent> events = [];
    private readonly List<ExecutionEvent> news = [];

    public Execution Execution { get; } = execution;

    public StateMachine Machine { get; } = machine;

    public MachineIdentity Identity { get; } = identity;

    public Pace Pace { get; } = pace;

    public DateTimeOffset Now { get; } = now;

    public Position Position => Execution.Position;

    public State State => Machine.States[Position.State];

    /// <summary>When the machine's own timeout ends the execution; a redrive starts it anew.</summary>
    public DateTimeOffset Deadline =>
        (Execution.RedriveTime ?? Execution.StartTime) + (Machine.Timeout ?? MaxExecutionTime);

    public IReadOnlyList<HistoryEvent> Events => events;

    public IReadOnlyList<ExecutionEvent> News => news;

    /// <summary>The paths' view of the current state's raw input.</summary>
    public Scope Scope() => new(
        StateJson.Parse(Position.Input),
        new Lazy<JsonObject>(() => ContextObject.Of(Execution, Identity)));

    /// <summary>Appends an event to the chain and returns its id.</summary>
    public long Append(string type, JsonObject details)
    {
        Position.PreviousEventId = AppendBeside(type, details, Position.PreviousEventId);
        return Position.PreviousEventId;
    }

    /// <summary>Appends an event that nothing after it names as its predecessor.</summary>
    /// <exception cref="HistoryFullException">Only the event that ends the execution still fits.</exception>
    public long AppendBeside(string type, JsonObject details, long previousId)
    {
        if (Execution.EventCount >= MaxEvents - 1 && !Ending.IsLast(type))
        {
            throw new HistoryFullException();
        }

        Execution.EventCount++;
        events.Add(new HistoryEvent(Execution.EventCount, previousId, Now, type, details));
        return Execution.EventCount;
    }

    public void Tell(ExecutionEventKind kind, string? error = null, TimeSpan? delay = null) =>
        news.Add(new ExecutionEvent(Now, Execution.Name, kind, Position.State, error, delay));

    /// <summary>A fault that nothing can catch, in AWS's words.</summary>
    public StateFaultException Runtime(string problem) => new(new StateFault(
        StateErrors.Runtime,
        $"An error occurred while executing the state '{Position.State}' "
        + $"(entered at the event id #{Position.EnteredEventId}). {problem}"));
}
