using System.Text.RegularExpressions;
using CallRecording.Tests.Infra.Code;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Named values of the functions' log lines, which are fields of the line in Lambda's JSON format.</summary>
internal static partial class LoggedFields
{
    public static IReadOnlySet<string> All { get; } = TaskTexts.All
        .SelectMany(text => Named().Matches(text).Select(match => match.Groups["name"].Value))
        .ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<string> In(string pattern) =>
        Field().Matches(pattern).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"\{(?<name>[A-Z]\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\$\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
