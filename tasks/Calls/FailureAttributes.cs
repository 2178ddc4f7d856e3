namespace CallRecording.Tasks.Calls;

/// <summary>What an item says of a failure: gone once the call goes on.</summary>
internal static class FailureAttributes
{
    public static readonly IReadOnlyList<string> All =
        [CallAttributes.Error, CallAttributes.Cause, CallAttributes.FailedState];
}
