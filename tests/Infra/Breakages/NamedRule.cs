using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Breakages;

/// <param name="IsOfDeployed">Whether it wants a program with ARNs as AWS has them.</param>
/// <param name="Problems">What is wrong with a program.</param>
internal sealed record NamedRule(string Name, bool IsOfDeployed, Func<RecordedProgram, IEnumerable<string>> Problems);
