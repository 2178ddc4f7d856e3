using Microsoft.OpenApi;

namespace CallRecording.Tests.Tasks.Api;

/// <summary>web/openapi.json: what people and API Gateway are told about the API.</summary>
internal static class DescribedApi
{
    public static readonly string Text = File.ReadAllText(ProjectFiles.At("web", "openapi.json"));

    // It is complete: ProblemsOf its text are none.
    private static readonly OpenApiPaths All = OpenApiDocument.Parse(Text, OpenApiConstants.Json).Document!.Paths;

    public static IEnumerable<string> Paths => All.Keys;

    /// <summary>What is wrong with a description, as the library that reads it finds.</summary>
    public static IEnumerable<string> ProblemsOf(string description)
    {
        var found = OpenApiDocument.Parse(description, OpenApiConstants.Json).Diagnostic;
        return (found?.Errors ?? []).Concat(found?.Warnings ?? []).Select(problem => problem.ToString());
    }

    public static IEnumerable<string> PathsWith(string method) =>
        All.Where(path => path.Value.Operations?.ContainsKey(HttpMethod.Parse(method)) == true)
            .Select(path => path.Key);

    public static IEnumerable<string> Parameters(string path, ParameterLocation place) =>
        (Operation(path, "get").Parameters ?? [])
            .Where(parameter => parameter.In == place)
            .Select(parameter => parameter.Name ?? string.Empty);

    /// <summary>Of the body that is posted there.</summary>
    public static IEnumerable<string> Members(string path) =>
        Operation(path, "post").RequestBody?.Content?["application/json"].Schema?.Properties?.Keys ?? [];

    /// <summary>By status code, the names of the headers that come with it.</summary>
    public static IEnumerable<(string StatusCode, IEnumerable<string> Headers)> Answers(string path, string method) =>
        (Operation(path, method).Responses ?? [])
            .Select(answer => (answer.Key, (IEnumerable<string>?)answer.Value.Headers?.Keys ?? []));

    private static OpenApiOperation Operation(string path, string method) =>
        All[path].Operations?[HttpMethod.Parse(method)] ?? throw new KeyNotFoundException($"{path} has no {method}.");
}
