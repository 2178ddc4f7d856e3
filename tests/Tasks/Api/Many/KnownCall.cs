namespace CallRecording.Tests.Tasks.Api.Many;

/// <summary>What a test knows of one of the calls that it made.</summary>
/// <param name="Words">As the index of words spells them; of a call that succeeded.</param>
/// <param name="IsGone">Its item was erased and its words were left.</param>
internal sealed record KnownCall(
    string CallId,
    long EpochSeconds,
    string Status,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Words,
    decimal ProcessingSeconds,
    bool IsGone);
