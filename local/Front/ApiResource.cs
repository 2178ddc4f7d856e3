using System.Text.Json.Nodes;

namespace CallRecording.Local.Front;

/// <summary>A resource of the API, as API Gateway finds it for a path.</summary>
internal sealed record ApiResource(string Pattern, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>What all of the API is under.</summary>
    public const string Root = "/analytics";

    private const string Uploads = Root + "/uploads";

    /// <summary>Every path of the API; of two that fit the earlier one is meant, as API Gateway takes the literal
    /// one.</summary>
    public static readonly IReadOnlyList<string> Patterns =
    [
        Root, Root + "/count", Root + "/overview", Root + "/export", Uploads, Uploads + "/complete",
        Root + "/{hash}", Root + "/{hash}/segments", Root + "/{hash}/audio",
    ];

    /// <summary>Another function answers there.</summary>
    public bool IsUpload => Pattern.StartsWith(Uploads, StringComparison.Ordinal);

    /// <returns>Null where the API has no resource.</returns>
    public static ApiResource? Find(string path)
    {
        var parts = path.Trim('/').Split('/');
        return Patterns.Select(pattern => Match(pattern, parts)).FirstOrDefault(found => found is not null);
    }

    public JsonObject? ParametersJson()
    {
        if (Parameters.Count == 0)
            return null;
        var json = new JsonObject();
        foreach (var (name, value) in Parameters)
            json[name] = value;
        return json;
    }

    private static ApiResource? Match(string pattern, string[] parts)
    {
        var names = pattern.Trim('/').Split('/');
        if (names.Length != parts.Length)
            return null;
        var parameters = new Dictionary<string, string>();
        foreach (var (name, part) in names.Zip(parts))
        {
            if (name.StartsWith('{'))
                parameters[name.Trim('{', '}')] = part;
            else if (name != part)
                return null;
        }

        return new(pattern, parameters);
    }
}
