namespace CallRecording.Tests.Infra.Iam.Evaluation;

/// <summary>Text with <c>*</c> for any characters and <c>?</c> for one.</summary>
internal static class Wildcard
{
    public static bool Matches(
        string pattern, string text, StringComparison comparison = StringComparison.Ordinal)
    {
        var (at, reached, star, retry) = (0, 0, -1, 0);
        while (reached < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, retry) = (at++, reached);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || Same(pattern[at], text[reached], comparison)))
            {
                at++;
                reached++;
            }
            else if (star >= 0)
            {
                // The star takes one character more.
                (at, reached) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }

    public static bool IsIn(string text) => text.AsSpan().IndexOfAny('*', '?') >= 0;

    private static bool Same(char one, char other, StringComparison comparison) =>
        one == other || new ReadOnlySpan<char>(in one).Equals(new ReadOnlySpan<char>(in other), comparison);
}
