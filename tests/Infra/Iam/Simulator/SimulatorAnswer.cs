using System.Collections.Immutable;

namespace CallRecording.Tests.Infra.Iam.Simulator;

/// <summary>What the simulator says of one case.</summary>
/// <param name="Result">A <see cref="Evaluation.Decision"/> by its name, or null where it does not judge.</param>
/// <param name="Ignored">Condition keys that the service does not tell with that action, which it left out.</param>
/// <param name="Error">Why it does not judge: an action or a resource that the service does not have.</param>
internal sealed record SimulatorAnswer(string? Result, ImmutableArray<string> Ignored, string? Error);
