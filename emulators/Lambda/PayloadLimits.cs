namespace CallRecording.Emulators.Lambda;

/// <summary>Lambda's quotas for a synchronous invocation, in bytes, as its error messages name them.</summary>
internal static class PayloadLimits
{
    public const int Request = 6 * 1024 * 1024;
    public const int Response = Request + 100;
}
