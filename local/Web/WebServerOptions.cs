using CallRecording.Local.ExecutionPages;

namespace CallRecording.Local.Web;

/// <param name="Port">0 is a free one.</param>
/// <param name="Function">Answers everything under /analytics.</param>
/// <param name="WebDirectory">The page's files.</param>
/// <param name="AudioOrigin">
/// Where the API redirects to for a recording, so that the page may play it; null: nowhere.
/// </param>
internal sealed record WebServerOptions(int Port, string Function, string WebDirectory, Uri? AudioOrigin = null)
{
    /// <summary>What is served under /executions; null: nothing.</summary>
    public ExecutionsPage? Executions { get; init; }

    /// <summary>Answers requests below /analytics/uploads; null: there are no uploads.</summary>
    public string? UploadsFunction { get; init; }

    /// <summary>Takes the uploaded files; null: none are taken.</summary>
    public UploadProxy? Uploads { get; init; }
}
