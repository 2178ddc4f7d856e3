namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>A policy has something that the evaluator does not know: to ignore it would be to guess.</summary>
internal sealed class PolicyRefusedException(string message) : Exception(message);
