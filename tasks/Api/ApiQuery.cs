using System.Globalization;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Api;

/// <summary>The query string, each parameter checked as it is read; a parameter that no route knows is an error, because
/// a filter that is silently ignored answers another question.</summary>
internal sealed class ApiQuery(IReadOnlyDictionary<string, IReadOnlyList<string>>? parameters)
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> parameters =
        parameters ?? new Dictionary<string, IReadOnlyList<string>>();

    public void AllowOnly(params ReadOnlySpan<string> names)
    {
        foreach (var name in parameters.Keys)
        {
            if (!names.Contains(name))
            {
                throw new ApiProblemException(
                    400, $"'{Shorten(name)}' is not a parameter here; there are {string.Join(", ", names)}.");
            }
        }
    }

    public string? Text(string name) => parameters.TryGetValue(name, out var values) switch
    {
        false => null,
        true when values is [var value] => value,
        true => throw new ApiProblemException(400, $"{name} is given {values!.Count} times, expected once."),
    };

    public int Whole(string name, int otherwise, int least, int most) =>
        Text(name) is not { } text
            ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= least && value <= most
                ? value
                : throw new ApiProblemException(
                    400, $"{name} is '{Shorten(text)}', expected a whole number from {least} to {most}.");

    /// <returns>Unix seconds.</returns>
    public long? Moment(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParseExact(
                text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            || CallTimestamp.TryParse(text, out moment, out _)
            ? moment.ToUnixTimeSeconds()
            : throw new ApiProblemException(
                400, $"{name} is '{Shorten(text)}', expected an ISO 8601 date or time, for example 2024-01-01T00:00:00Z.");
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
