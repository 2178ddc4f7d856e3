namespace CallRecording.Emulators.StepFunctions.Definition.Reading;

/// <summary>What can only be seen on the whole graph.</summary>
internal static class DefinitionChecks
{
    public static void Check(StateMachine machine)
    {
        if (!machine.States.ContainsKey(machine.StartAt))
        {
            throw new DefinitionException($"State machine, field 'StartAt': there is no state '{machine.StartAt}'.");
        }

        foreach (var state in machine.States.Values)
        {
            CheckSuccessors(state, machine);
        }

        var reached = Reach(machine);
        if (machine.States.Keys.FirstOrDefault(name => !reached.Contains(name)) is { } unreachable)
        {
            throw new DefinitionException($"State '{unreachable}' is never reached from '{machine.StartAt}'.");
        }
    }

    private static void CheckSuccessors(State state, StateMachine machine)
    {
        if (state.Successors.FirstOrDefault(next => !machine.States.ContainsKey(next)) is { } missing)
        {
            throw new DefinitionException($"State '{state.Name}', field 'Next': there is no state '{missing}'.");
        }
    }

    private static HashSet<string> Reach(StateMachine machine)
    {
        var reached = new HashSet<string> { machine.StartAt };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var name))
        {
            foreach (var next in machine.States[name].Successors.Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }
}
