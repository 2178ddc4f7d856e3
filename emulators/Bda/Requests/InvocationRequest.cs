namespace CallRecording.Emulators.Bda.Requests;

/// <summary>InvokeDataAutomationAsync's request, valid as far as it can be told without looking at S3.</summary>
/// <param name="ClientToken">Null when the client sent none; SDKs always do.</param>
/// <param name="HasBlueprint">A project or a list of blueprints was named, so custom output can be made.</param>
/// <param name="Fingerprint">SHA-256 over everything but the token.</param>
internal sealed record InvocationRequest(
    string? ClientToken,
    string InputUri,
    string OutputUri,
    bool HasBlueprint,
    string Fingerprint);
