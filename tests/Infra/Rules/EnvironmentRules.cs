using CallRecording.Tests.Infra.Code;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Each function is given what it reads, and nothing else; and the definition names functions that are
/// there.</summary>
internal static class EnvironmentRules
{
    private const string FunctionVariable = "FUNCTION";

    /// <summary>Read on one machine only, where browsers cannot reach S3 itself.</summary>
    private static readonly string[] OnlyLocal = ["UPLOADS_ADDRESS"];

    private const string KeyVariable = "BEDROCK_KMS_KEY_ARN";

    public static IEnumerable<string> Problems(RecordedProgram program) => [.. Variables(program), .. Tasks(program)];

    private static IEnumerable<string> Variables(RecordedProgram program)
    {
        foreach (var function in Graph.Functions(program))
        {
            var given = Graph.Variables(function);
            if (!given.TryGetValue(FunctionVariable, out var name)
                || !CallRecording.Tasks.Functions.Handlers.Contains(name))
            {
                yield return $"{function.Name} is told to be '{name}', which is no function of tasks.";
                continue;
            }

            var read = FunctionCode.Of(name).Variables;
            foreach (var missing in read.Except(given.Keys).Except(OnlyLocal).Where(one => one != KeyVariable
                || HasKey(program)))
            {
                yield return $"{function.Name} reads {missing} and is not given it.";
            }

            foreach (var idle in given.Keys.Except(read).Where(one => one != FunctionVariable))
            {
                yield return $"{function.Name} is given {idle} and does not read it.";
            }
        }

        var told = Graph.Functions(
            program).Select(one => Graph.Variable(one, FunctionVariable)).ToHashSet(StringComparer.Ordinal);
        foreach (var idle in CallRecording.Tasks.Functions.Handlers.Where(handler => !told.Contains(handler)))
        {
            if (idle != "Uploads" || program.Settings.Uploads)
            {
                yield return $"{idle} is a function of tasks that is not deployed.";
            }
        }
    }

    /// <summary>Without a key of the stack's own there is none to be told.</summary>
    private static bool HasKey(RecordedProgram program) =>
        program.Settings.Encryption is CallRecording.Infra.Settings.EncryptionMode.Kms;

    private static IEnumerable<string> Tasks(RecordedProgram program)
    {
        foreach (var (state, arn) in Graph.Tasks(program))
        {
            var function = Graph.Functions(program)
                .SingleOrDefault(one => Graph.Reference(one, "qualified_arn") == arn);
            if (function is null || Graph.Variable(function, FunctionVariable) != state)
            {
                yield return $"The state {state} calls {arn}, which is {function?.Name ?? "no function of the stack"}.";
                continue;
            }

            var limit = (double?)Graph.Definition(program)["States"]![state]!["TimeoutSeconds"];
            if (function.Number("timeout") >= limit)
            {
                yield return $"{function.Name} may run for {function.Number("timeout")} s, its state {state} "
                    + $"only for {limit} s.";
            }
        }
    }
}
