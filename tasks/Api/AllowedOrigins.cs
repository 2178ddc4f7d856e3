using CallRecording.Tasks.Settings;

namespace CallRecording.Tasks.Api;

/// <summary>The pages of other origins that may read the API's answers (CORS). The stack's own page needs none of this:
/// page and API have one address.</summary>
internal sealed class AllowedOrigins
{
    private const string Variable = "ALLOWED_ORIGINS";
    private const string Any = "*";
    private const string None = "none";

    private readonly IReadOnlyList<string> origins;

    private AllowedOrigins(IReadOnlyList<string> origins) => this.origins = origins;

    public static AllowedOrigins Read(SettingsReader settings) => Parse(settings.Text(Variable));

    /// <param name="text">none, * for all, or origins with spaces between them.</param>
    public static AllowedOrigins Parse(string text) =>
        new(text == None ? [] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Says in the answer whether the page that asked may read it.</summary>
    /// <param name="origin">Of that page; null where no browser asks.</param>
    public ApiResponse Tell(ApiResponse answer, string? origin, string methods)
    {
        if (origins.Contains(Any))
        {
            return With(answer, Any, methods);
        }

        // Who keeps answers must not give one page's to another.
        var varied = origins.Count == 0 ? answer : answer.With(("Vary", "Origin"));
        return origin is not null && origins.Contains(origin, StringComparer.Ordinal)
            ? With(varied, origin, methods)
            : varied;
    }

    private static ApiResponse With(ApiResponse answer, string origin, string methods) => answer.With(
        ("Access-Control-Allow-Origin", origin),
        ("Access-Control-Allow-Methods", methods),
        ("Access-Control-Allow-Headers",
            "Content-Type,Authorization,If-None-Match,X-Api-Key,X-Amz-Date,X-Amz-Security-Token"),
        ("Access-Control-Expose-Headers", "ETag,Location,X-Next-Token"));
}
