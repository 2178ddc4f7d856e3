namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>The processes of one function. Its pool holds the lock.</summary>
internal sealed class ProcessSet
{
    private readonly Dictionary<string, FunctionInstance> instances = [];
    private readonly List<FunctionInstance> idle = [];

    public int Count => instances.Count;

    public int IdleCount => idle.Count;

    public int StartingCount => instances.Values.Count(instance => !instance.Initialised);

    public int ReturningCount => instances.Values.Count(instance => instance.Returning);

    public bool CanServe => instances.Values.Any(instance => instance.Initialised);

    public FunctionInstance[] All => [.. instances.Values];

    public FunctionInstance? Find(string id) => instances.GetValueOrDefault(id);

    public void Add(FunctionInstance instance) => instances.Add(instance.Id, instance);

    public void Remove(FunctionInstance instance)
    {
        instances.Remove(instance.Id);
        idle.Remove(instance);
    }

    /// <summary>Does nothing with one that has ended meanwhile.</summary>
    public void AddIdle(FunctionInstance instance)
    {
        if (instances.ContainsKey(instance.Id) && !idle.Contains(instance))
        {
            idle.Add(instance);
        }
    }

    public void RemoveIdle(FunctionInstance instance) => idle.Remove(instance);

    /// <summary>The one that was busy last, so that the others get old enough to be ended.</summary>
    public FunctionInstance TakeIdle()
    {
        var last = idle[^1];
        idle.RemoveAt(idle.Count - 1);
        return last;
    }

    public FunctionInstance[] TakeIdle(Predicate<FunctionInstance> which)
    {
        var taken = idle.FindAll(which);
        idle.RemoveAll(taken.Contains);
        return [.. taken];
    }
}
