namespace CallRecording.Standins.PulumiAws.Bridge;

/// <summary>The bridge's rules: camelCase, lists in the plural, one item's class in the singular.</summary>
internal static class Naming
{
    public static string Camel(string terraformName)
    {
        var words = terraformName.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(UpperFirst));
    }

    public static string Plural(string name) => name switch
    {
        [.., 's'] => name,
        [.., 'x'] => name + "es",
        [.. var stem, not ('a' or 'e' or 'i' or 'o' or 'u') and var last, 'y'] => $"{stem}{last}ies",
        _ => name + "s",
    };

    public static string Singular(string name) => name switch
    {
        [.. var stem, 'i', 'e', 's'] => stem + "y",
        [.. var stem, 'x', 'e', 's'] => stem + "x",
        [.., 's', 's'] => name,
        [.. var stem, 's'] => stem,
        _ => name,
    };

    public static string UpperFirst(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));

    public static string LowerFirst(string name) => string.Concat(name[..1].ToLowerInvariant(), name.AsSpan(1));
}
