namespace CallRecording.Workflow;

/// <summary>As much of a foreign text as a message may hold: one line, bounded.</summary>
public static class Excerpt
{
    private const int MaxLength = 100;

    public static string Of(string text) => Of(text, MaxLength);

    public static string Of(string text, int maxLength)
    {
        var cut = text.Length <= maxLength ? text : Cut(text, maxLength);
        return string.Create(cut.Length, cut, (line, from) =>
        {
            for (var i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(from[i]) ? ' ' : from[i];
            }
        });
    }

    private static string Cut(string text, int maxLength)
    {
        var length = maxLength - 3;

        // Never between the halves of a pair: the other half alone is no text, and DynamoDB refuses it.
        if (char.IsHighSurrogate(text[length - 1]))
        {
            length--;
        }

        return text[..length] + "...";
    }
}
