using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions.Running.States;

namespace CallRecording.Emulators.StepFunctions.Running.Tasks;

/// <summary>How an invocation ended.</summary>
internal abstract record TaskOutcome
{
    internal sealed record Succeeded(JsonNode? Payload, string RequestId) : TaskOutcome;

    internal sealed record Failed(StateFault Fault) : TaskOutcome
    {
        /// <summary>The function's process, or its host, ended: the function said nothing.</summary>
        public bool IsOfTheHost => Fault.Error is "Runtime.ExitError" or "Lambda.ServiceException";
    }

    /// <param name="Limit">The time that passed: the task's own, or the whole execution's.</param>
    internal sealed record TimedOut(DateTimeOffset Limit) : TaskOutcome;
}
