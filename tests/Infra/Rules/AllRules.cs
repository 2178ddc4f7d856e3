using CallRecording.Tests.Infra.Breakages;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Every rule that the program keeps.</summary>
internal static class AllRules
{
    /// <summary>Those that take the program as it is recorded.</summary>
    public static IEnumerable<string> Problems(RecordedProgram program) =>
    [
        .. QueueRules.Problems(program),
        .. AlarmRules.Problems(program),
        .. EnvironmentRules.Problems(program),
        .. StorageRules.Problems(program),
        .. ApiRules.Problems(program),
    ];

    /// <summary>All, those first that take the program as it is recorded.</summary>
    /// <param name="deployed">The same program, with ARNs as AWS has them.</param>
    public static IEnumerable<string> Problems(RecordedProgram program, DeployedProgram deployed) =>
        Problems(program).Concat(NamedRules.All.Values.SelectMany(rule => rule.OfDeployed?.Invoke(deployed) ?? []));
}
