using System.Collections.Concurrent;
using CallRecording.Emulators.StepFunctions.Running.History;
using CallRecording.Emulators.StepFunctions.Running.States;
using CallRecording.Emulators.StepFunctions.Storage;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>All executions of the machine: starts, stops, redrives and resumes them.</summary>
internal sealed class Executions(
    ExecutionStore store,
    DefinitionCatalog definitions,
    StepFactory steps,
    ExecutionLoop loop,
    Launcher launcher) : IDisposable
{
    /// <summary>AWS allows a million open executions; one machine's memory does not.</summary>
    public const int MaxOpen = 100_000;

    private readonly ConcurrentDictionary<string, RunningExecution> open = [];
    private readonly NameGates gates = new();

    public bool IsFull => open.Count >= MaxOpen;

    /// <returns>Null when there is an execution of that name, running or not.</returns>
    public Task<Execution?> StartAsync(string name, string input) => gates.InsideAsync(name, async () =>
    {
        var running = Begin(name, input);
        var step = steps.Create(running.Execution, running.Machine);
        Transitions.Start(step);
        if (!await store.InsertAsync(step))
        {
            running.Dispose();
            return null;
        }

        loop.Tell(step);
        Launch(running);
        return running.Execution;
    });

    /// <returns>The execution as it is now, aborted or ended before; null when there is none.</returns>
    public Task<Execution?> StopAsync(string name, string? error, string? cause) => gates.InsideAsync(name, async () =>
    {
        if (!open.TryGetValue(name, out var running))
        {
            if (store.Find(name) is not { Status: ExecutionStatus.Running } stored)
            {
                return store.Find(name);
            }

            running = new RunningExecution(stored, definitions.Machine(stored.DefinitionId));
        }

        if (await loop.InterruptAsync(running, step => Ending.Abort(step, error, cause)))
        {
            running.End();
        }

        return running.Execution;
    });

    /// <summary>Redrives what may be redriven, once for each client token.</summary>
    public Task<RedriveAnswer> RedriveAsync(string name, string? token) => gates.InsideAsync(name, async () =>
    {
        if (store.Find(name) is not { } execution)
        {
            return new RedriveAnswer.NoExecution();
        }

        var now = steps.Now();
        if (RedriveTokens.Find(store, execution, token, now) is { } earlier)
        {
            return new RedriveAnswer.Redriven(earlier.At);
        }

        if (Redriving.Obstacle(execution, now) is { } obstacle)
        {
            return new RedriveAnswer.NotRedrivable(obstacle);
        }

        var running = new RunningExecution(execution, definitions.Machine(execution.DefinitionId));
        var step = steps.Create(execution, running.Machine);
        Redriving.Redrive(step);
        await store.SaveRedriveAsync(step, new StoredRedrive(execution.RedriveCount, token, step.Now));
        loop.Tell(step);
        Launch(running);
        return (RedriveAnswer)new RedriveAnswer.Redriven(step.Now);
    });

    /// <summary>Goes on with everything that was running when the engine stopped, however it stopped.</summary>
    public async Task ResumeAsync()
    {
        foreach (var name in store.RunningNames())
        {
            await gates.InsideAsync(name, () => Task.FromResult(Resume(name)));
        }
    }

    public void Dispose() => gates.Dispose();

    private bool Resume(string name)
    {
        if (open.ContainsKey(name) || store.Find(name) is not { Status: ExecutionStatus.Running } execution)
        {
            return false;
        }

        var running = new RunningExecution(execution, definitions.Machine(execution.DefinitionId));
        var step = steps.Create(execution, running.Machine);
        step.Tell(ExecutionEventKind.Resumed);
        loop.Tell(step);
        Launch(running);
        return true;
    }

    private RunningExecution Begin(string name, string input)
    {
        var definition = definitions.Current;
        var machine = definitions.Machine(definition.Id);
        var execution = new Execution
        {
            Name = name,
            DefinitionId = definition.Id,
            Input = input,
            StartTime = steps.Now(),
            Position = new Position { State = machine.StartAt, Input = input },
        };
        return new RunningExecution(execution, machine);
    }

    private void Launch(RunningExecution running)
    {
        open[running.Execution.Name] = running;
        launcher.Launch(running, () => open.TryRemove(KeyValuePair.Create(running.Execution.Name, running)));
    }
}
