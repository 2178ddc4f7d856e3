using System.Globalization;
using System.Text.RegularExpressions;

namespace CallRecording.Emulators.StepFunctions.Paths;

/// <summary>
/// The grammar of <see cref="ReferencePath"/>: everything that could name more than one node is not in it.
/// </summary>
internal static partial class PathParser
{
    /// <returns>Null when the text is no such path.</returns>
    public static IReadOnlyList<PathStep>? Parse(string text, int start)
    {
        var steps = new List<PathStep>();
        var position = start;
        while (position < text.Length)
        {
            var match = Step().Match(text, position);
            if (!match.Success)
            {
                return null;
            }

            steps.Add(ToStep(match));
            position += match.Length;
        }

        return steps;
    }

    private static PathStep ToStep(Match match)
    {
        var index = match.Groups["index"];
        return index.Success
            ? new PathStep(null, int.Parse(index.ValueSpan, CultureInfo.InvariantCulture))
            : new PathStep(match.Groups["field"].Value);
    }

    [GeneratedRegex(
        """
        \G(?: \.(?<field>[\p{L}\p{N}_-]+)
          | \['(?<field>[^'\\]+)'\]
          | \["(?<field>[^"\\]+)"\]
          | \[(?<index>[0-9]{1,6})\] )
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Step();
}
