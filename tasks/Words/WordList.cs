namespace CallRecording.Tasks.Words;

/// <summary>Which words of a call may have rows: every word that has one, and perhaps some more.</summary>
/// <param name="Revision">Another one after each write; 0 where there is no list yet.</param>
internal sealed record WordList(long Revision, IReadOnlySet<string> Words);
