namespace CallRecording.Tasks.Api.Queries;

/// <summary>A hash as it comes in a path: 32 lower-case hex digits.</summary>
internal static class CallHashText
{
    private const int Length = 32;

    public static bool IsOne(string text) =>
        text.Length == Length && text.All(letter => char.IsAsciiHexDigitLower(letter) || char.IsAsciiDigit(letter));
}
