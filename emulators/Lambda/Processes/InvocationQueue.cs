namespace CallRecording.Emulators.Lambda.Processes;

/// <summary>Invocations of one function that wait for a process. Its pool holds the lock.</summary>
internal sealed class InvocationQueue(FunctionDefinition definition, int maxWaiting)
{
    private readonly LinkedList<Invocation> waiting = new();

    public int Count => waiting.Count;

    /// <exception cref="FunctionInvocationException">Too many wait, and this one does not insist.</exception>
    public void Add(Invocation invocation)
    {
        if (!invocation.Queues && waiting.Count >= maxWaiting)
        {
            throw FunctionRefusals.Throttled(definition);
        }

        waiting.AddLast(invocation);
    }

    /// <summary>One that was given to a process which did not see it: it is next.</summary>
    public void Return(Invocation invocation) => waiting.AddFirst(invocation);

    public bool Remove(Invocation invocation) => waiting.Remove(invocation);

    /// <returns>Null where none waits.</returns>
    public Invocation? Take()
    {
        if (waiting.First is not { Value: var first })
        {
            return null;
        }

        waiting.RemoveFirst();
        return first;
    }

    /// <summary>Ends the wait of all.</summary>
    public void Clear(Action<Invocation> end)
    {
        foreach (var invocation in waiting)
        {
            end(invocation);
        }

        waiting.Clear();
    }
}
