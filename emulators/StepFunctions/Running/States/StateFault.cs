namespace CallRecording.Emulators.StepFunctions.Running.States;

/// <summary>An error by name, cut to AWS's lengths.</summary>
/// <param name="error">The name, at most 256 characters.</param>
/// <param name="cause">At most 32,768 characters; null where AWS gives none.</param>
internal sealed class StateFault(string error, string? cause)
{
    public const int MaxErrorLength = 256;
    public const int MaxCauseLength = 32_768;

    public string Error { get; } = Cut(error, MaxErrorLength);

    public string? Cause { get; } = cause is null ? null : Cut(cause, MaxCauseLength);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
