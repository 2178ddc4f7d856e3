using System.Reflection;
using System.Reflection.Emit;

namespace CallRecording.Tests.Infra.Code;

/// <summary>Reads a method's IL for what it names: methods, fields and text.</summary>
internal static class Instructions
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Every method it calls or takes the address of, with its generic arguments.</summary>
    public static IEnumerable<MethodBase> Methods(MethodBase method) =>
        Operands(method, OperandType.InlineMethod, OperandType.InlineTok)
            .Select(token => Resolve(method, token))
            .OfType<MethodBase>();

    /// <summary>Every text in it.</summary>
    public static IEnumerable<string> Texts(MethodBase method) =>
        Operands(method, OperandType.InlineString).Select(method.Module.ResolveString);

    private static IEnumerable<int> Operands(MethodBase method, params OperandType[] wanted)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            if (wanted.Contains(code.OperandType))
            {
                yield return BitConverter.ToInt32(il, at);
            }

            at += Size(code.OperandType, il, at);
        }
    }

    private static int Size(OperandType type, byte[] il, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod);
    }
}
