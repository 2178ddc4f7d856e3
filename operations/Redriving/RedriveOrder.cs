using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Failures;

namespace CallRecording.Operations.Redriving;

/// <summary>What an operator wants redriven, and how.</summary>
/// <param name="PerSecond">Redrives, at most.</param>
internal sealed record RedriveOrder(FailureFilter Filter, double PerSecond, Confirmation Confirmation);
