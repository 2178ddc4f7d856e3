namespace CallRecording.Tests.Infra.Code;

/// <summary>Every text that stands in the code of <c>tasks</c>.</summary>
internal static class TaskTexts
{
    public static IReadOnlySet<string> All { get; } = TaskAssembly.Types
        .SelectMany(type => type.Methods)
        .SelectMany(Instructions.Texts)
        .ToHashSet(StringComparer.Ordinal);
}
