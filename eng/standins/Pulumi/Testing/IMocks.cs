namespace Pulumi.Testing;

/// <summary>Stands in for the engine and the providers in a test.</summary>
public interface IMocks
{
    /// <summary>A resource is registered or read; answers its id (null for components) and its state.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>A provider function is called; answers its result.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>A component or the stack has registered its outputs.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
