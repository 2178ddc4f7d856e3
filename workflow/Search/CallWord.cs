namespace CallRecording.Workflow.Search;

/// <summary>One word of a call, as the index of words has it.</summary>
/// <param name="Text">As <see cref="SearchWords"/> spells it, or a category.</param>
/// <param name="FoundIn">One of <see cref="WordSource"/>: the transcript where it is spoken.</param>
/// <param name="AtMillis">Where in the recording it is first spoken; null when it is not spoken, or the time is
/// unknown.</param>
/// <param name="Excerpt">Some words around it; null for a category.</param>
public sealed record CallWord(string Text, string FoundIn, long? AtMillis, string? Excerpt);
