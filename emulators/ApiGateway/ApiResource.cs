using System.Text.Json.Nodes;

namespace CallRecording.Emulators.ApiGateway;

/// <summary>A resource of the API, as API Gateway finds it for a path.</summary>
internal sealed record ApiResource(ApiRoute Route, IReadOnlyDictionary<string, string> Parameters)
{
    /// <returns>Null where the API has no resource.</returns>
    public static ApiResource? Find(IReadOnlyList<ApiRoute> routes, string path)
    {
        var parts = path.Trim('/').Split('/');
        return routes.Select(route => Match(route, parts)).FirstOrDefault(found => found is not null);
    }

    public JsonObject? ParametersJson()
    {
        if (Parameters.Count == 0)
        {
            return null;
        }

        var json = new JsonObject();
        foreach (var (name, value) in Parameters)
        {
            json[name] = value;
        }

        return json;
    }

    private static ApiResource? Match(ApiRoute route, string[] parts)
    {
        var names = route.Pattern.Trim('/').Split('/');
        if (names.Length != parts.Length)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>();
        foreach (var (name, part) in names.Zip(parts))
        {
            if (name.StartsWith('{'))
            {
                parameters[name.Trim('{', '}')] = part;
            }
            else if (name != part)
            {
                return null;
            }
        }

        return new(route, parameters);
    }
}
