using CallRecording.Emulators.ApiGateway;

namespace CallRecording.Local.Web;

/// <summary>The routes of the API, as the stack has them.</summary>
internal static class ApiRoutes
{
    /// <summary>What all of the API is under.</summary>
    public const string Root = "/analytics";

    private const string Uploads = Root + "/uploads";

    /// <summary>Every path of the API, literal ones before those with parameters.</summary>
    public static readonly IReadOnlyList<string> Patterns =
    [
        Root, Root + "/count", Root + "/overview", Root + "/export", Uploads, Uploads + "/complete",
        Root + "/{hash}", Root + "/{hash}/segments", Root + "/{hash}/audio",
    ];

    public static IReadOnlyList<ApiRoute> Of(WebServerOptions options) =>
        [.. Patterns.Select(pattern => new ApiRoute(pattern, FunctionOf(pattern, options)))];

    private static string FunctionOf(string pattern, WebServerOptions options) =>
        pattern.StartsWith(Uploads, StringComparison.Ordinal)
            ? options.UploadsFunction ?? options.Function
            : options.Function;
}
