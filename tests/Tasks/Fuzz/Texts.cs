using CsCheck;

namespace CallRecording.Tests.Tasks.Fuzz;

/// <summary>Texts from outside: what is nearly right, what broke others before, and anything.</summary>
internal static class Texts
{
    private static readonly string[] Corpus =
    [
        "", " ", "0", "1", "-1", "100", "101", "2147483648", "9223372036854775808", "1e3", "NaN", "1.5", "٣", "+1",
        "null", "true", "[]", "{}", "\0", "\ud800", "\udc00\ud800", "\u202e", "\uffff", "'", "\"", "\\", "%00", "%",
        "..",
        "../../etc/passwd", "<script>alert(1)</script>", "${jndi:ldap://a}", "=1+1", "1 2 3 4 5 6 7 8 9",
        "2024-01-01", "2024-01-01T00:00:00Z", "2024-01-01T00:00:00+14:00", "0001-01-01", "9999-12-31T23:59:59Z",
        "10000-01-01", "2024-02-30", "-0001-01-01", "SUCCESS", "FAILED", "IN_PROGRESS", "success", "transcript",
        "words",
        "csv", "jsonl", "json", "747df9905da836742ff24c1c587b59b5", "747DF9905DA836742FF24C1C587B59B5", "call-1",
        "hello",
        new('a', 201), new('é', 5_000), new('\ud83d', 300), "a\u0301\u0301\u0301", "s3://bucket/key.wav", "s3://",
        "s3:///a.wav",
    ];

    public static Gen<string> Of(params string[] more)
    {
        string[] known = [.. Corpus, .. more];
        var one = Gen.Int[0, known.Length - 1].Select(at => known[at]);
        return Gen.Frequency(
            (5, one), (2, Gen.String), (2, Gen.Select(one, Gen.Int[0, 400], Gen.Char, Changed)),
            (1, Gen.Select(one, one, string.Concat)));
    }

    /// <summary>The same text with another character somewhere.</summary>
    private static string Changed(string text, int at, char character) => text.Length == 0
        ? character.ToString()
        : string.Concat(text.AsSpan(0, at % text.Length), [character], text.AsSpan((at % text.Length) + 1));
}
