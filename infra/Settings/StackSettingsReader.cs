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

    public string Text(string key, string defaultValue, string pattern, string expected) =>
        Get(key) is { } text ? Matching(key, text, pattern, expected) : defaultValue;

    public int Whole(string key, int defaultValue, int min, int max)
    {
        if (Get(key) is not { } text)
        {
            return defaultValue;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        Problem(key, $"is '{text}', expected a whole number from {min} to {max}");
        return defaultValue;
    }

    public double Number(string key, double defaultValue, double min, double max)
    {
        if (Get(key) is not { } text)
        {
            return defaultValue;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
        {
            return number;
        }

        Problem(
            key, string.Create(CultureInfo.InvariantCulture, $"is '{text}', expected a number from {min} to {max}"));
        return defaultValue;
    }

    public bool Flag(string key, bool defaultValue)
    {
        switch (Get(key))
        {
            case null:
                return defaultValue;
            case "true":
                return true;
            case "false":
                return false;
            case var text:
                Problem(key, $"is '{text}', expected true or false");
                return defaultValue;
        }
    }

    public T OneOf<T>(string key, T defaultValue)
        where T : struct, Enum
    {
        if (Get(key) is not { } text)
        {
            return defaultValue;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (text == Spelled(value))
            {
                return value;
            }
        }

        Problem(key, $"is '{text}', expected {string.Join(", ", Enum.GetValues<T>().Select(Spelled))}");
        return defaultValue;
    }

    public int OneOf(string key, int defaultValue, IReadOnlyCollection<int> allowed)
    {
        var number = Whole(key, defaultValue, allowed.Min(), allowed.Max());
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
