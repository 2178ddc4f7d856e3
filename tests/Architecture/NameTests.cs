using System.Reflection;

namespace CallRecording.Tests.Architecture;

/// <summary>One name, one thing.</summary>
public sealed class NameTests
{
    private static readonly Assembly[] Product =
    [
        typeof(CallRecording.Workflow.CallStep).Assembly,
        typeof(CallRecording.Tasks.Functions).Assembly,
        typeof(CallRecording.Emulators.Protocol.EmulatedAccount).Assembly,
        typeof(CallRecording.Operations.CommandException).Assembly,
        typeof(CallRecording.Local.LocalSystem).Assembly,
        typeof(CallRecording.Infra.CallRecordingStack).Assembly,
    ];


    [Fact]
    public void No_two_types_of_different_rooms_have_one_name()
    {
        var twice = Types()
            .GroupBy(type => type.Name, StringComparer.Ordinal)
            .Where(types => types.Select(type => type.Namespace).Distinct().Count() > 1)
            .Select(types => $"{types.Key}: {string.Join(", ", types.Select(type => type.Namespace))}");

        Assert.Empty(twice);
    }

    [Fact]
    public void A_bound_is_called_Max_Min_or_Default()
    {
        string[] dialect =
        [
            "Most", "Least", "Usual", "Maximum", "Minimum", "Longest", "Shortest", "Highest", "Lowest", "Largest",
            "Smallest",
        ];
        // Named by AWS, or written into files that are read elsewhere.
        string[] given = ["MaximumConcurrency", "HighestGlibc"];

        var found = Types()
            .SelectMany(type => type.GetMembers(
                BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
                | BindingFlags.Instance))
            .Where(member => member is FieldInfo or PropertyInfo
                && !member.Name.StartsWith('<') && !given.Contains(member.Name))
            .Where(member => dialect.Any(word => member.Name.StartsWith(word, StringComparison.Ordinal)))
            .Select(member => $"{member.DeclaringType}.{member.Name}");

        Assert.Empty(found);
    }

    private static IEnumerable<Type> Types() =>
        Product.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsNested && type.Name != "Program" && !type.Name.StartsWith('<'));
}
