using System.Collections;
using System.Globalization;

namespace CallRecording.Tasks.Settings;

/// <summary>Reads a function's environment; every error names the variable and both values.</summary>
internal sealed class SettingsReader(IReadOnlyDictionary<string, string> environment)
{
    public static SettingsReader OfThisProcess() => new(
        Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty));

    public string Text(string name) => Optional(name)
        ?? throw new SettingException($"{name} is not set; this function cannot work without it.");

    public string Arn(string name, string service)
    {
        var value = Text(name);
        return value.StartsWith("arn:", StringComparison.Ordinal)
            && value.Split(':') is [_, _, var of, ..]
            && of == service
            ? value
            : throw new SettingException($"{name} is '{value}', expected an ARN of {service}.");
    }

    /// <summary>The first is what counts when the variable is not set.</summary>
    public string OneOf(string name, params ReadOnlySpan<string> values)
    {
        var value = Optional(name) ?? values[0];
        return values.Contains(value)
            ? value
            : throw new SettingException($"{name} is '{value}', expected one of {string.Join(", ", values)}.");
    }

    public int Whole(string name, int defaultValue, int min, int max)
    {
        var value = Number(name, defaultValue, min, max);
        return value == Math.Truncate(value)
            ? (int)value
            : throw new SettingException(
                string.Create(CultureInfo.InvariantCulture, $"{name} is '{value}', expected a whole number."));
    }

    public double Number(string name, double defaultValue, double min, double max)
    {
        if (Optional(name) is not { } text)
        {
            return defaultValue;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max
            ? value
            : throw new SettingException(
                string.Create(
                    CultureInfo.InvariantCulture, $"{name} is '{text}', expected a number from {min} to {max}."));
    }

    /// <returns>Null where it is not set.</returns>
    public string? Optional(string name) =>
        environment.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
