namespace CallRecording.Workflow.Identity;

/// <summary>The name of a call's execution: the same for every delivery of the same notification, searchable by
/// callId.</summary>
public static class ExecutionName
{
    /// <summary>Step Functions' limit.</summary>
    private const int MaximumLength = 80;

    public static string For(CallNotification notification)
    {
        var safe = string.Concat(notification.CallId.Select(c => IsSafe(c) ? c : '-'));
        var length = Math.Min(safe.Length, MaximumLength - Sha256Hex.ShortLength - 1);
        return safe[..length] + "-" + Sha256Hex.Short(notification.CanonicalJson());
    }

    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
