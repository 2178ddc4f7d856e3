using CallRecording.Emulators.StepFunctions.Definition;

namespace CallRecording.Emulators.StepFunctions.Running.History;

/// <summary>
/// Begins steps at the present time, in whole milliseconds: what is stored is what was computed with.
/// </summary>
internal sealed class StepFactory(MachineIdentity identity, Pace pace, TimeProvider time)
{
    public Step Create(Execution execution, StateMachine machine) => new(execution, machine, identity, pace, Now());

    public DateTimeOffset Now() =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
