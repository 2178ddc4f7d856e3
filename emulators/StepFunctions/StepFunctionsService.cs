using System.Text.Json.Nodes;
using CallRecording.Emulators.Lambda;
using CallRecording.Emulators.StepFunctions.Api;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Definition.Reading;
using CallRecording.Emulators.StepFunctions.Running;
using CallRecording.Emulators.StepFunctions.Running.History;
using CallRecording.Emulators.StepFunctions.Running.Tasks;
using CallRecording.Emulators.StepFunctions.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CallRecording.Emulators.StepFunctions;

/// <summary>
/// Step Functions on one machine: runs the definition that is deployed, and answers the service's own protocol.
/// The engine is ours because no emulator runs a redrive, and the failure path of this state machine is made for one.
/// </summary>
internal sealed class StepFunctionsService : IStatusChanges, IAsyncDisposable
{
    private readonly ExecutionStore store;
    private readonly Executions executions;
    private readonly ExecutionLoop loop;
    private readonly Launcher launcher;
    private readonly Activity activity;
    private readonly StepFunctionsApi api;
    private readonly TimeSpan stopGrace;

    private StepFunctionsService(
        StepFunctionsOptions options,
        IFunctions functions,
        TimeProvider time,
        ExecutionStore store,
        DefinitionCatalog definitions)
    {
        var identity = new MachineIdentity(options.StateMachineArn, options.RoleArn);
        var steps = new StepFactory(identity, new Pace(options.Speed, options.Jitter), time);
        this.store = store;
        stopGrace = options.StopGrace;
        activity = new Activity();
        loop = new ExecutionLoop(
            steps, store, new FunctionCaller(functions, time), new Sleeper(time, activity), options.OnEvent);
        launcher = new Launcher(loop, activity, steps, time, options.OnEvent);
        executions = new Executions(store, definitions, steps, loop, launcher);
        api = new StepFunctionsApi(identity, store, definitions, executions, steps);
    }

    /// <exception cref="DefinitionException">The definition cannot run here; the message names the state and the
    /// field.</exception>
    public static async Task<StepFunctionsService> OpenAsync(
        StepFunctionsOptions options,
        IFunctions functions,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (options.Speed is not (>= 1 and <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"Speed is {options.Speed}, expected 1 or more.");
        }

        var definition = Substitutions.Apply(options.Definition, options.Substitutions);
        // Read before any file is made: what cannot run leaves nothing behind.
        DefinitionReader.Read(definition);
        var store = await ExecutionStore.OpenAsync(options.DatabasePath, cancellationToken);
        var definitions = await DefinitionCatalog.OpenAsync(store, definition, time.GetUtcNow());
        return new StepFunctionsService(options, functions, time, store, definitions);
    }

    /// <summary>Answers POST / of the service's endpoint.</summary>
    public void Map(IEndpointRouteBuilder routes) => api.Map(routes);

    /// <summary>Answers an operation that an operator needs, wherever it is served.</summary>
    public Task AnswerOperatorAsync(HttpContext context) => api.ForOperators.AnswerAsync(context);

    public IReadOnlyList<StatusChange> Unheard(long after, int limit) => store.StatusChangesAfter(after, limit);

    public Task ForgetAsync(StatusChange change) => store.ForgetAsync(change);

    public JsonObject? Describe(string name) => api.Describe(name);

    /// <summary>Goes on with the executions that were running when the engine stopped.</summary>
    public Task ResumeAsync() => executions.ResumeAsync();

    /// <summary>Completes when every execution sleeps or has ended.</summary>
    internal Task WhenIdle() => activity.WhenIdle();

    /// <summary>Leaves RUNNING executions as they are: the next <see cref="ResumeAsync"/> continues them.</summary>
    public async ValueTask DisposeAsync()
    {
        await launcher.StopAsync(stopGrace);
        launcher.Dispose();
        loop.Dispose();
        executions.Dispose();
        await store.DisposeAsync();
    }
}
