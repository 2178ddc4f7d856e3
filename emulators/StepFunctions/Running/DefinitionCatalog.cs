using System.Collections.Concurrent;
using CallRecording.Emulators.StepFunctions.Definition;
using CallRecording.Emulators.StepFunctions.Definition.Reading;
using CallRecording.Emulators.StepFunctions.Storage;

namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>The present definition and the ones that older executions were started with and keep.</summary>
internal sealed class DefinitionCatalog
{
    private readonly IReadOnlyList<StoredDefinition> stored;
    private readonly ConcurrentDictionary<long, StateMachine> machines = [];

    private DefinitionCatalog(IReadOnlyList<StoredDefinition> stored) => this.stored = stored;

    public StoredDefinition Current => stored[^1];

    public DateTimeOffset Created => stored[0].Created;

    /// <exception cref="DefinitionException">The definition cannot run here.</exception>
    public static async Task<DefinitionCatalog> OpenAsync(ExecutionStore store, string definition, DateTimeOffset now)
    {
        var machine = DefinitionReader.Read(definition);
        var stored = store.Definitions();
        if (stored.Count == 0 || stored[^1].Text != definition)
        {
            await store.AddDefinitionAsync(definition, now);
            stored = store.Definitions();
        }

        var catalog = new DefinitionCatalog(stored);
        catalog.machines[catalog.Current.Id] = machine;
        return catalog;
    }

    public StoredDefinition Find(long id) => stored.Single(definition => definition.Id == id);

    public StateMachine Machine(long id) => machines.GetOrAdd(id, key => DefinitionReader.Read(Find(key).Text));
}
