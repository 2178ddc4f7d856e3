using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CallRecording.Workflow.Identity;

/// <summary>When a call was recorded, in UTC and whole seconds: the item's range key is made of it.</summary>
public static partial class CallTimestamp
{
    private const string Expected = "expected ISO 8601 such as 2024-01-01T00:00:00Z";
    private const string WholeSeconds = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>ISO 8601 with an offset or Z; without either it is UTC. Fractions of a second are dropped.</summary>
    public static bool TryParse(
        string text,
        out DateTimeOffset timestamp,
        [NotNullWhen(false)] out string? problem)
    {
        timestamp = default;
        problem = $"A text of {text.Length} characters is no time, {Expected}.";
        var match = Iso8601().Match(text);
        if (!match.Success || !TryLocal(match, out var local) || !TryOffset(match, out var offset))
        {
            return false;
        }

        problem = "The time is out of range, expected 1970-01-01T00:00:00Z to 9999-12-31T23:59:59Z.";
        var utcTicks = local.Ticks - offset.Ticks;
        if (utcTicks < DateTime.UnixEpoch.Ticks || utcTicks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        problem = null;
        timestamp = new DateTimeOffset(utcTicks, TimeSpan.Zero);
        return true;
    }

    /// <exception cref="FormatException">The text is no such time; the message says why.</exception>
    public static DateTimeOffset Parse(string text) =>
        TryParse(text, out var timestamp, out var problem) ? timestamp : throw new FormatException(problem);

    /// <summary>As every message has it: 2024-01-01T00:00:00Z.</summary>
    public static string Format(DateTimeOffset timestamp) =>
        timestamp.UtcDateTime.ToString(WholeSeconds + "'Z'", CultureInfo.InvariantCulture);

    private static bool TryLocal(Match match, out DateTime local)
    {
        var seconds = match.Groups["seconds"] is { Success: true } group ? group.Value : "00";
        var text = $"{match.Groups["date"].Value}T{match.Groups["minutes"].Value}:{seconds}";
        return DateTime.TryParseExact(text, WholeSeconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out local);
    }

    private static bool TryOffset(Match match, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (!match.Groups["sign"].Success)
        {
            return true;
        }

        var hours = int.Parse(match.Groups["offsetHours"].Value, CultureInfo.InvariantCulture);
        var minutes = match.Groups["offsetMinutes"] is { Success: true } group
            ? int.Parse(group.Value, CultureInfo.InvariantCulture)
            : 0;
        offset = new TimeSpan(hours, minutes, 0) * (match.Groups["sign"].Value == "-" ? -1 : 1);
        return hours < 24 && minutes < 60;
    }

    [GeneratedRegex(
        """
        ^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt\x20]
        (?<minutes>[0-9]{2}:[0-9]{2})(:(?<seconds>[0-9]{2})([.,][0-9]+)?)?
        ([Zz]|(?<sign>[+-])(?<offsetHours>[0-9]{2})(:?(?<offsetMinutes>[0-9]{2}))?)?\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso8601();
}
