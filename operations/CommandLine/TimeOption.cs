using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CallRecording.Operations.CommandLine;

/// <summary>An option that is a time in ISO 8601; UTC where it does not say.</summary>
internal static class TimeOption
{
    public static Option<DateTimeOffset?> Create(string name, string description) => new(name)
    {
        HelpName = "T",
        Description = description,
        CustomParser = result => Read(name, result),
    };

    private static DateTimeOffset? Read(string name, ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        result.AddError($"{name} is '{text}', expected an ISO 8601 time, for example 2024-01-01T00:00:00Z.");
        return null;
    }
}
