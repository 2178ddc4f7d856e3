using System.Globalization;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tasks.Api.Queries;

/// <summary>The query string, each parameter checked as it is read; a parameter that no route knows is an error,
/// because a filter that is silently ignored answers another question.</summary>
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
                    400, $"'{QuotedInput.Of(name)}' is not a parameter here; there are {string.Join(", ", names)}.");
            }
        }
    }

    public string? Text(string name) => parameters.TryGetValue(name, out var values) switch
    {
        false => null,
        true when values is [var value] => value,
        true => throw new ApiProblemException(400, $"{name} is given {values!.Count} times, expected once."),
    };

    /// <returns>Null where it is not given.</returns>
    public string? OneOf(string name, params ReadOnlySpan<string> values)
    {
        var text = Text(name);
        return text is null || values.Contains(text)
            ? text
            : throw new ApiProblemException(
                400, $"{name} is '{QuotedInput.Of(text)}', expected {string.Join(" or ", values.ToArray())}.");
    }

    /// <summary>True where a list of one thing that can be had beside the rest names it.</summary>
    public bool Includes(string what) => Text("include") switch
    {
        null => false,
        var text when text == what => true,
        _ => throw new ApiProblemException(400, $"include is not '{what}', the one thing that can be included."),
    };

    public int Whole(string name, int defaultValue, int min, int max) =>
        Text(name) is not { } text
            ? defaultValue
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                && value >= min && value <= max
                ? value
                : throw new ApiProblemException(
                    400, $"{name} is '{QuotedInput.Of(text)}', expected a whole number from {min} to {max}.");

    /// <returns>Unix seconds, written as a number.</returns>
    public long? Seconds(string name, long max) => Text(name) is not { } text
        ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= max
            ? value
            : throw new ApiProblemException(
                400, $"{name} is '{QuotedInput.Of(text)}', expected Unix seconds from 0 to {max}.");

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
                400,
                $"{name} is '{QuotedInput.Of(text)}', expected an ISO 8601 date or time, for example "
                    + "2024-01-01T00:00:00Z.");
    }

    /// <summary>The question without what may differ from page to page: tokens belong to it.</summary>
    public string Question(string route) => string.Join('\n', parameters
        .Where(parameter => parameter.Key is not ("limit" or "nextToken"))
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .SelectMany(parameter => parameter.Value.Select(
            value => $"{parameter.Key.Length}:{parameter.Key}={value.Length}:{value}"))
        .Prepend(route));

    /// <returns>Null without a nextToken.</returns>
    public string? Position(string route, PageToken tokens) =>
        Text("nextToken") is { } token ? tokens.Read(Question(route), token) : null;
}
