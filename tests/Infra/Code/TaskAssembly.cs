using CallRecording.Tasks;
using Mono.Cecil;

namespace CallRecording.Tests.Infra.Code;

/// <summary>The compiled code of <c>tasks</c>.</summary>
internal static class TaskAssembly
{
    private static readonly ModuleDefinition Module = ModuleDefinition.ReadModule(typeof(Functions).Assembly.Location);

    /// <summary>Nested ones too.</summary>
    public static IEnumerable<TypeDefinition> Types { get; } = [.. Module.GetTypes()];

    /// <returns>Null for a type of another assembly.</returns>
    public static TypeDefinition? Find(TypeReference? type) =>
        type is not null && !type.IsGenericParameter && type.Scope == Module ? type.Resolve() : null;

    /// <returns>Null for a method of another assembly.</returns>
    public static MethodDefinition? Find(MethodReference method) =>
        Find(method.DeclaringType) is null ? null : method.Resolve();
}
