using System.Reflection;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Breakages;

/// <summary>Every rule by its name: <c>QueueRules</c> stands for its method <c>Problems</c>, any other method is
/// written with the class, <c>PolicyRules.A_topics_policy_has_what_SNS_takes</c>. A rule is a public static method of a
/// class <c>…Rules</c> below <c>tests/Infra</c> that takes a program, as it is recorded or as it is deployed, and says
/// what is wrong with it.</summary>
internal static class NamedRules
{
    private const string Whole = "Problems";

    public static IReadOnlyDictionary<string, NamedRule> All { get; } =
        typeof(NamedRules).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("CallRecording.Tests.Infra", StringComparison.Ordinal) == true
                && type.Name.EndsWith("Rules", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType == typeof(IEnumerable<string>) && method.GetParameters().Length == 1)
            .Select(Rule)
            .OfType<NamedRule>()
            .ToDictionary(rule => rule.Name, StringComparer.Ordinal);

    private static NamedRule? Rule(MethodInfo method)
    {
        var type = method.DeclaringType!.Name; // A method that was found in a type has it.
        var name = method.Name == Whole ? type : $"{type}.{method.Name}";
        var takes = method.GetParameters()[0].ParameterType;
        if (takes == typeof(RecordedProgram))
        {
            return new(name, method.CreateDelegate<Func<RecordedProgram, IEnumerable<string>>>(), null);
        }

        return takes == typeof(DeployedProgram)
            ? new(name, null, method.CreateDelegate<Func<DeployedProgram, IEnumerable<string>>>())
            : null;
    }
}
