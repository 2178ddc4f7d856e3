using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Breakages;

/// <summary>A rule takes a program as it is recorded, or with ARNs as AWS has them.</summary>
internal sealed record NamedRule(
    string Name,
    Func<RecordedProgram, IEnumerable<string>>? OfRecorded,
    Func<DeployedProgram, IEnumerable<string>>? OfDeployed)
{
    public bool IsOfDeployed => OfDeployed is not null;

    /// <param name="program">Of the kind that the rule takes.</param>
    public IEnumerable<string> Problems(RecordedProgram program) =>
        OfRecorded?.Invoke(program) ?? OfDeployed?.Invoke(new(program)) ?? [];
}
