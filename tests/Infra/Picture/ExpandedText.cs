namespace CallRecording.Tests.Infra.Picture;

/// <summary>A text that is a structure itself, as that structure.</summary>
/// <param name="Kind">Says so in the picture: <c>(JSON)</c>, <c>(directives)</c>, <c>|</c> for lines.</param>
internal sealed record ExpandedText(string Kind, object Value);
