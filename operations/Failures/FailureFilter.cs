namespace CallRecording.Operations.Failures;

/// <summary>Which failed calls an operator means: all that is given must hold.</summary>
/// <param name="Error">The item's error; null for any.</param>
/// <param name="CallIds">Empty for any.</param>
/// <param name="From">The earliest recording, included; null for any.</param>
/// <param name="To">The latest recording, included; null for any.</param>
internal sealed record FailureFilter(
    string? Error, IReadOnlyList<string> CallIds, DateTimeOffset? From, DateTimeOffset? To)
{
    public bool Allows(FailedCall call) =>
        (Error is null || call.Error == Error) && (CallIds.Count == 0 || CallIds.Contains(call.CallId))
        && call.EpochSeconds >= (From?.ToUnixTimeSeconds() ?? 0)
        && call.EpochSeconds <= (To ?? DateTimeOffset.MaxValue).ToUnixTimeSeconds();
}
