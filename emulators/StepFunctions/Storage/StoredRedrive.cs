using Dapper;

namespace CallRecording.Emulators.StepFunctions.Storage;

/// <param name="Number">The execution's redrive count with it.</param>
[method: ExplicitConstructor]
internal sealed record StoredRedrive(int Number, string? Token, DateTimeOffset At);
