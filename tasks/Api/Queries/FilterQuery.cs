using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Workflow.Search;

namespace CallRecording.Tasks.Api.Queries;

/// <summary>The filters of lists, counts and exports, as a question gives them.</summary>
internal static class FilterQuery
{
    private const int MaxWords = 8;
    private const int MaxCharacters = 200;

    public static readonly string[] Parameters = ["status", "category", "text", "from", "to"];

    /// <exception cref="ApiProblemException">One of them makes no sense.</exception>
    public static CallFilter Read(ApiQuery query)
    {
        var (from, to) = Between(query);
        return new CallFilter(
            from,
            to,
            query.OneOf("status", CallStatus.InProgress, CallStatus.Success, CallStatus.Failed),
            Category(query),
            Words(query));
    }

    public static (long From, long To) Between(ApiQuery query)
    {
        var (from, to) = (query.Moment("from") ?? 0, query.Moment("to") ?? DateTimeOffset.MaxValue.ToUnixTimeSeconds());
        return from <= to ? (from, to) : throw new ApiProblemException(400, "from is later than to.");
    }

    private static string? Category(ApiQuery query)
    {
        if (Limited(query, "category") is not { } text)
        {
            return null;
        }

        var category = SearchWords.OfCategory(text);
        return category != SearchWords.NoCategory
            ? category
            : throw new ApiProblemException(400, "category has no letter or digit, expected a category's whole name.");
    }

    private static List<string> Words(ApiQuery query)
    {
        if (Limited(query, "text") is not { } text)
        {
            return [];
        }

        var words = SearchWords.In(text).Select(word => word.Text).Distinct(StringComparer.Ordinal).ToList();
        return words.Count switch
        {
            0 => throw new ApiProblemException(400, "text has no letter or digit, expected words to look for."),
            > MaxWords => throw new ApiProblemException(
                400, $"text has {words.Count} different words, expected at most {MaxWords}."),
            _ => words,
        };
    }

    private static string? Limited(ApiQuery query, string name) => query.Text(name) is { } text
        && text.Length > MaxCharacters
        ? throw new ApiProblemException(
            400, $"{name} has {text.Length} characters, expected at most {MaxCharacters}.")
        : query.Text(name);
}
