namespace CallRecording.Tasks.Api;

/// <summary>What a client sent, as a message repeats it: no longer than a line.</summary>
internal static class QuotedInput
{
    private const int MaxLength = 60;

    public static string Of(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "...";
}
