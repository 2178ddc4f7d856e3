using System.Text.Json.Nodes;

namespace CallRecording.Local.Front;

/// <summary>A resource of the API, as API Gateway finds it for a path.</summary>
internal sealed record ApiResource(string Pattern, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>What all of the API is under.</summary>
    public const string Root = "/analytics";

    private const string Uploads = Root + "/uploads";

    /// <summary>Another function answers there.</summary>
    public bool IsUpload => Pattern.StartsWith(Uploads, StringComparison.Ordinal);

    /// <returns>Null where the API has no resource.</returns>
    public static ApiResource? Find(string path) => path.Trim('/').Split('/') switch
    {
        [_] => new(Root, new Dictionary<string, string>()),
        [_, "uploads"] => new(Uploads, new Dictionary<string, string>()),
        [_, "uploads", "complete"] => new(Uploads + "/complete", new Dictionary<string, string>()),
        [_, var hash] => new(Root + "/{hash}", new Dictionary<string, string> { ["hash"] = hash }),
        [_, var hash, var action] => new(
            Root + "/{hash}/{action}", new Dictionary<string, string> { ["hash"] = hash, ["action"] = action }),
        _ => null,
    };

    public JsonObject? ParametersJson()
    {
        if (Parameters.Count == 0)
            return null;
        var json = new JsonObject();
        foreach (var (name, value) in Parameters)
            json[name] = value;
        return json;
    }
}
