using System.Text.RegularExpressions;

namespace CallRecording.Infra.Workflow;

/// <summary>The state machine's definition, with the functions' ARNs in place of its
/// <c>${NameFunctionArn}</c>.</summary>
internal static partial class Definition
{
    private const string File = "statemachine.asl.json";

    /// <param name="functions">The ARN of each function, by its state's name.</param>
    /// <exception cref="InvalidOperationException">The definition names a function that is not there, or one is
    /// unused.</exception>
    public static string Of(IReadOnlyDictionary<string, string> functions)
    {
        var unused = functions.Keys.ToHashSet(StringComparer.Ordinal);
        var text = Substitution().Replace(System.IO.File.ReadAllText(ProgramFiles.At(File)), match =>
        {
            var state = match.Groups["state"].Value;
            unused.Remove(state);
            return functions.TryGetValue(state, out var arn)
                ? arn
                : throw new InvalidOperationException(
                    $"{File} names {match.Value}, and the program has no such function.");
        });
        return unused.Count == 0
            ? text
            : throw new InvalidOperationException($"{File} does not use {string.Join(", ", unused)}.");
    }

    [GeneratedRegex(@"\$\{(?<state>\w+?)(FunctionArn)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Substitution();
}
