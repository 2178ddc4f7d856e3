using System.Globalization;

namespace CallRecording.Tests.Tasks.Api.Many;

/// <summary>Filters of a list. All that are given must hold.</summary>
internal sealed record Question(string? Status, string? Category, IReadOnlyList<string> Words, long? From, long? To)
{
    public bool Allows(KnownCall call) =>
        !call.IsGone
        && (Status is null || call.Status == Status)
        && (Category is null || call.Categories.Contains(Category))
        && Words.All(word => call.Words.Contains(word))
        && (From is null || call.EpochSeconds >= From)
        && (To is null || call.EpochSeconds <= To);

    public (string Name, string Value)[] Query(params (string Name, string Value)[] more)
    {
        List<(string, string?)> all =
        [
            ("status", Status),
            ("category", Category?.ToUpperInvariant()),
            ("text", Words.Count > 0 ? string.Join(", ", Words.Select(word => word.ToUpperInvariant())) : null),
            ("from", Time(From)),
            ("to", Time(To)),
        ];
        return [.. all.Where(one => one.Item2 is not null).Select(one => (one.Item1, one.Item2!)), .. more];
    }

    private static string? Time(long? epochSeconds) => epochSeconds is { } seconds
        ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
        : null;
}
