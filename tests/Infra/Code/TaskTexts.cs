using System.Reflection;
using CallRecording.Tasks;

namespace CallRecording.Tests.Infra.Code;

/// <summary>Every text that stands in the code of <c>tasks</c>.</summary>
internal static class TaskTexts
{
    private const BindingFlags Every =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlySet<string> All { get; } = typeof(Functions).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(Every).Cast<MethodBase>().Concat(type.GetConstructors(Every)))
        .SelectMany(Instructions.Texts)
        .ToHashSet(StringComparer.Ordinal);
}
