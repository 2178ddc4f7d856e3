using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Every rule that the program keeps.</summary>
internal static class AllRules
{
    public static IEnumerable<string> Problems(RecordedProgram program) =>
    [
        .. PermissionRules.Problems(program),
        .. GrantRules.Problems(program),
        .. QueueRules.Problems(program),
        .. AlarmRules.Problems(program),
        .. EnvironmentRules.Problems(program),
        .. StorageRules.Problems(program),
        .. ApiRules.Problems(program),
    ];
}
