namespace CallRecording.Infra.Functions;

/// <summary>What <c>infra/publish</c> says about the zip it made.</summary>
/// <param name="Target">arm64, x64, managed-arm64 or managed-x64.</param>
/// <param name="StandIns">Packages that were replaced by stand-ins; null where it does not say.</param>
internal sealed record FunctionBuild(string? Target, IReadOnlyList<string>? StandIns);
