namespace CallRecording.Workflow.Identity;

/// <summary>The prefix under which everything of one call lies in the output bucket: no slash at either end.</summary>
public static class CallKey
{
    /// <summary>The name of the consolidated result under it.</summary>
    public const string Results = "results.json";

    private const int MaxLength = 200;

    /// <summary>The callId itself where it is plain; otherwise made safe, with a part of its hash.</summary>
    public static string Of(string callId) => IsPlain(callId) ? callId : Hashed(callId);

    /// <summary>The key of a call's consolidated result.</summary>
    public static string ResultsOf(string callId) => $"{Of(callId)}/{Results}";

    // What ends like a hashed key is hashed too, so that no plain callId can equal the key of another one.
    private static bool IsPlain(string callId) =>
        callId.Length is > 0 and <= MaxLength
        && callId is not ("." or "..")
        && callId.All(IsSafe)
        && !EndsLikeAHash(callId);

    private static string Hashed(string callId)
    {
        var safe = string.Concat(callId.Select(c => IsSafe(c) ? c : '-'));
        var length = Math.Min(safe.Length, MaxLength - Sha256Hex.ShortLength - 1);
        return safe[..length] + "-" + Sha256Hex.Short(callId);
    }

    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-';

    private static bool EndsLikeAHash(string callId) =>
        callId.Length > Sha256Hex.ShortLength
        && callId[^(Sha256Hex.ShortLength + 1)] == '-'
        && callId[^Sha256Hex.ShortLength..].All(char.IsAsciiHexDigitLower);
}
