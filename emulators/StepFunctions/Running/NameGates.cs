namespace CallRecording.Emulators.StepFunctions.Running;

/// <summary>
/// One at a time for each name, without a lock for each name: names that share a gate merely wait for each other.
/// </summary>
internal sealed class NameGates : IDisposable
{
    private const int Count = 64;

    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1))];

    public async Task<T> InsideAsync<T>(string name, Func<Task<T>> work)
    {
        var gate = gates[(uint)name.GetHashCode(StringComparison.Ordinal) % Count];
        await gate.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => Array.ForEach(gates, gate => gate.Dispose());
}
