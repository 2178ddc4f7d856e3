namespace CallRecording.Emulators.Bda.Faults;

/// <summary>A fault as it lies beside an audio file.</summary>
/// <param name="Identity">Another one when the words are put there anew (S3 tells by the second): strikes then count
/// from one.</param>
internal sealed record OrderedFault(Fault Fault, string Identity);
