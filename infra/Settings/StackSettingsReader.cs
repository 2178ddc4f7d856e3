using System.Globalization;
using System.Text.RegularExpressions;

namespace CallRecording.Infra.Settings;

/// <summary>Reads the values of a stack's settings file and remembers everything that is wrong with them, so that one
/// run names it all.</summary>
/// <param name="prefix">The project's name, under which the file has the keys.</param>
/// <param name="get">The text of a key, or null where the file does not have it.</param>
internal sealed class StackSettingsReader(string prefix, Func<string, string?> get)
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly List<string> problems = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public string Required(string key, string pattern, string expected)
    {
        var text = Get(key);
        if (text is not null)
        {
            return Matching(key, text, pattern, expected);
        }

        Problem(key, $"is not set, expected {expected}");
        return "";
    }

    public string Text(string key, string usual, string pattern, string expected) =>
        Get(key) is { } text ? Matching(key, text, pattern, expected) : usual;

    public int Whole(string key, int usual, int least, int most)
    {
        if (Get(key) is not { } text)
        {
            return usual;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Problem(key, $"is '{text}', expected a whole number from {least} to {most}");
        return usual;
    }

    public double Number(string key, double usual, double least, double most)
    {
        if (Get(key) is not { } text)
        {
            return usual;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Problem(
            key, string.Create(CultureInfo.InvariantCulture, $"is '{text}', expected a number from {least} to {most}"));
        return usual;
    }

    public bool Flag(string key, bool usual)
    {
        switch (Get(key))
        {
            case null:
                return usual;
            case "true":
                return true;
            case "false":
                return false;
            case var text:
                Problem(key, $"is '{text}', expected true or false");
                return usual;
        }
    }

    public T OneOf<T>(string key, T usual)
        where T : struct, Enum
    {
        if (Get(key) is not { } text)
        {
            return usual;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (text == Spelled(value))
            {
                return value;
            }
        }

        Problem(key, $"is '{text}', expected {string.Join(", ", Enum.GetValues<T>().Select(Spelled))}");
        return usual;
    }

    public int OneOf(string key, int usual, IReadOnlyCollection<int> allowed)
    {
        var number = Whole(key, usual, allowed.Min(), allowed.Max());
        if (!allowed.Contains(number))
        {
            Problem(key, $"is '{number}', expected one of {string.Join(", ", allowed)}");
        }

        return number;
    }

    /// <summary>Says that two settings do not go together.</summary>
    public void Problem(string key, string what) => problems.Add($"{prefix}:{key} {what}.");

    /// <summary>Refuses keys that nothing reads: a misspelt key would otherwise leave the default without a
    /// word.</summary>
    public void RefuseUnknown(IEnumerable<string> given)
    {
        foreach (var key in given.Where(key => !known.Contains(key)))
        {
            Problem(key, $"is not a setting; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
        }
    }

    /// <exception cref="SettingsException">Something is wrong.</exception>
    public void Check()
    {
        if (problems.Count > 0)
        {
            throw new SettingsException(problems);
        }
    }

    /// <summary>Enum members in the file's spelling: <c>apiKey</c>.</summary>
    internal static string Spelled<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private string? Get(string key)
    {
        known.Add(key);
        return get(key)?.Trim() is { Length: > 0 } text ? text : null;
    }

    private string Matching(string key, string text, string pattern, string expected)
    {
        if (!Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, MatchTimeout))
        {
            Problem(key, $"is '{text}', expected {expected}");
        }

        return text;
    }
}
