using System.Reflection;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Breakages;

/// <summary>Every rule by its name: <c>QueueRules</c> stands for its method <c>Problems</c>, any other method is written
/// with the class, <c>TopicRules.A_topic_policy_names_actions_of_SNS</c>. A rule is a public static method of a class
/// <c>…Rules</c> below <c>tests/Infra</c> that takes a program and says what is wrong with it.</summary>
internal static class NamedRules
{
    private const string Whole = "Problems";

    public static IReadOnlyDictionary<string, Func<RecordedProgram, IEnumerable<string>>> All { get; } =
        typeof(NamedRules).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("CallRecording.Tests.Infra", StringComparison.Ordinal) == true
                && type.Name.EndsWith("Rules", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(IsRule)
            .ToDictionary(
                method => method.Name == Whole
                    ? method.DeclaringType!.Name // A method that was found in a type has it.
                    : $"{method.DeclaringType!.Name}.{method.Name}",
                method => method.CreateDelegate<Func<RecordedProgram, IEnumerable<string>>>(),
                StringComparer.Ordinal);

    private static bool IsRule(MethodInfo method) =>
        method.ReturnType == typeof(IEnumerable<string>)
        && method.GetParameters() is [{ } only] && only.ParameterType == typeof(RecordedProgram);
}
