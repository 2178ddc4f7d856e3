namespace CallRecording.Emulators.StepFunctions.Running.States;

/// <summary>A state's own error: what its Retry and Catch look at.</summary>
internal sealed class StateFaultException(StateFault fault) : Exception($"{fault.Error}: {fault.Cause}")
{
    public StateFault Fault { get; } = fault;
}
