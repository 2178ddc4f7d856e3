using System.Text;

namespace CallRecording.Workflow.Search;

/// <summary>One spelling for letters with several spellings. Without the culture data of the machine, which
/// the functions are built without, the runtime folds no accents: this is the table for Latin letters.</summary>
internal static class LetterFolding
{
    // What becomes, a colon, what it is made from.
    private const string Table =
        "a:àáâãäåāăąǎ c:çćĉċč d:ďđ e:èéêëēĕėęě g:ĝğġģǧ h:ĥħ i:ìíîïĩīĭįıǐ j:ĵ k:ķǩ l:ĺļľŀł n:ñńņňŋ o:òóôõöøōŏőǒ "
        + "r:ŕŗř s:śŝşšș t:ţťŧț u:ùúûüũūŭůűųǔ w:ŵ y:ýÿŷ z:źżž ae:æ oe:œ ss:ß th:þ dh:ð";

    private static readonly Dictionary<int, string> Plain = Table.Split(' ')
        .Select(entry => entry.Split(':'))
        .SelectMany(entry => entry[1].Select(letter => (Letter: (int)letter, Becomes: entry[0])))
        .ToDictionary(pair => pair.Letter, pair => pair.Becomes);

    public static string Fold(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        return lower.IsAscii
            ? ((char)lower.Value).ToString()
            : Plain.GetValueOrDefault(lower.Value) ?? lower.ToString();
    }
}
