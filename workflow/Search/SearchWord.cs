namespace CallRecording.Workflow.Search;

/// <summary>One word of a text, as the index of words spells it.</summary>
/// <param name="Text">Lower case, without accents, at most <see cref="SearchWords.MaxCharacters"/>.</param>
/// <param name="Start">Where it begins in the text it was found in, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
public readonly record struct SearchWord(string Text, int Start, int Length);
