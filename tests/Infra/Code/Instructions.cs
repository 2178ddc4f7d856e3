using Mono.Cecil;

namespace CallRecording.Tests.Infra.Code;

/// <summary>What a method's IL names: methods and text.</summary>
internal static class Instructions
{
    /// <summary>Every method it calls or takes the address of, with its generic arguments.</summary>
    public static IEnumerable<MethodReference> Methods(MethodDefinition method) =>
        Operands(method).OfType<MethodReference>();

    /// <summary>Every text in it.</summary>
    public static IEnumerable<string> Texts(MethodDefinition method) => Operands(method).OfType<string>();

    private static IEnumerable<object?> Operands(MethodDefinition method) =>
        method.HasBody ? method.Body.Instructions.Select(instruction => instruction.Operand) : [];
}
