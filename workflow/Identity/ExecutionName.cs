namespace CallRecording.Workflow.Identity;

/// <summary>The name of a call's execution: the same for every delivery of the same notification, searchable by
/// callId.</summary>
public static class ExecutionName
{
    /// <summary>Step Functions' limit.</summary>
    private const int MaxLength = 80;

    public static string For(CallNotification notification) =>
        PrefixOf(notification.CallId) + Sha256Hex.Short(notification.CanonicalJson());

    /// <summary>False where it cannot be an execution of that call id; true where it may be, because call ids that
    /// differ in other characters alone have the same names.</summary>
    public static bool MayBeOf(string callId, string name)
    {
        var prefix = PrefixOf(callId);
        return name.Length == prefix.Length + Sha256Hex.ShortLength
            && name.StartsWith(prefix, StringComparison.Ordinal);
    }

    private static string PrefixOf(string callId)
    {
        var safe = string.Concat(callId.Select(c => IsSafe(c) ? c : '-'));
        var length = Math.Min(safe.Length, MaxLength - Sha256Hex.ShortLength - 1);
        return safe[..length] + "-";
    }

    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
