using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Uploads;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Page;

/// <summary>Which pages' scripts may read answers and put files: found out by asking as their browsers do.</summary>
internal static class OriginRules
{
    private const string Stranger = "https://stranger.example";

    /// <summary>Kinds of API Gateway's own refusals: by a kind's own response, or by that of all 4xx or 5xx.</summary>
    private static readonly (string Kind, string Default)[] Refusals =
    [
        ("UNAUTHORIZED", "DEFAULT_4XX"), ("ACCESS_DENIED", "DEFAULT_4XX"), ("THROTTLED", "DEFAULT_4XX"),
        ("BAD_REQUEST_PARAMETERS", "DEFAULT_4XX"),
        ("INTEGRATION_FAILURE", "DEFAULT_5XX"), ("INTEGRATION_TIMEOUT", "DEFAULT_5XX"),
    ];

    public static IEnumerable<string> Pages_of_allowed_origins_read_what_functions_answer_and_no_others(
        RecordedProgram program) =>
        from function in Graph.Functions(program)
        where Graph.Variables(function).ContainsKey("ALLOWED_ORIGINS")
        from origin in Asking(program)
        let answer = AllowedOrigins.Parse(Graph.Variable(function, "ALLOWED_ORIGINS"))
            .Tell(ApiResponse.Problem(404, "No."), origin, "GET,OPTIONS")
        let reads = Reads(answer.Headers.GetValueOrDefault("Access-Control-Allow-Origin"), origin)
        where reads != MayRead(program, origin)
        select $"A page of {origin} {(reads ? "reads" : "cannot read")} what {function.Name} answers.";

    /// <summary>They cannot depend on who asks: of several origins none is named.</summary>
    public static IEnumerable<string> Pages_of_an_allowed_origin_read_API_Gateways_refusals_and_no_others(
        RecordedProgram program)
    {
        var responses = program.Of("aws:apigateway/restApi:RestApi")
            .Select(api => JsonNode.Parse(api.Text("body"))!["x-amazon-apigateway-gateway-responses"])
            .SingleOrDefault();
        foreach (var (kind, all) in Refusals)
        {
            var parameters = (responses?[kind] ?? responses?[all])?["responseParameters"];
            var header = (string?)parameters?["gatewayresponse.header.Access-Control-Allow-Origin"];
            foreach (var origin in Asking(program))
            {
                // A static value stands in single quotes.
                var reads = Reads(header?.Trim('\''), origin);
                if (reads != (program.Settings.AllowedOrigins.Count == 1 && MayRead(program, origin)))
                {
                    yield return $"A page of {origin} {(reads ? "reads" : "cannot read")} API Gateway's {kind}.";
                }
            }
        }
    }

    /// <summary>The page and the allowed ones put files as the page does; none of them reads, and a
    /// stranger does nothing.</summary>
    public static IEnumerable<string> Pages_put_files_to_the_bucket_of_uploads_and_strangers_do_not(
        RecordedProgram program)
    {
        var page = (program.Outputs.GetValueOrDefault("pageUrl") as string ?? "").TrimEnd('/');
        string[] headers = [.. UploadedAudio.HeadersFor("audio/mpeg").Keys];
        foreach (var cors in program.Of("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration"))
        {
            var rules = cors.List("corsRules").Cast<ImmutableDictionary<string, object>>().ToList();
            foreach (var origin in program.Settings.AllowedOrigins.Where(one => one != "*").Append(page))
            {
                if (!Allows(rules, origin, "PUT", headers))
                {
                    yield return $"A page of {origin} cannot put a file to {cors.Name}.";
                }

                foreach (var method in (string[])["GET", "DELETE", "POST", "HEAD"])
                {
                    if (Allows(rules, origin, method, []))
                    {
                        yield return $"A page of {origin} may {method} in {cors.Name}.";
                    }
                }

                if (Allows(rules, origin, "PUT", ["x-amz-acl"]))
                {
                    yield return $"A page of {origin} may put a file to {cors.Name} with any header.";
                }
            }

            if (Allows(rules, Stranger, "PUT", headers) != program.Settings.AllowedOrigins.Contains("*"))
            {
                yield return $"A page of {Stranger} may put a file to {cors.Name}.";
            }
        }
    }

    private static IEnumerable<string> Asking(RecordedProgram program) =>
        [.. program.Settings.AllowedOrigins.Where(one => one != "*"), Stranger, "null"];

    private static bool MayRead(RecordedProgram program, string origin) =>
        program.Settings.AllowedOrigins.Contains("*") || program.Settings.AllowedOrigins.Contains(origin);

    private static bool Reads(string? header, string origin) => header == "*" || header == origin;

    /// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html: the first rule that allows
    /// origin, method and each header.</remarks>
    private static bool Allows(
        IEnumerable<ImmutableDictionary<string, object>> rules, string origin, string method, string[] headers) =>
        rules.Any(rule => Texts(rule, "allowedOrigins").Any(one => Fits(one, origin, StringComparison.Ordinal))
            && Texts(rule, "allowedMethods").Contains(method)
            && headers.All(header =>
                Texts(rule, "allowedHeaders").Any(one => Fits(one, header, StringComparison.OrdinalIgnoreCase))));

    private static IEnumerable<string> Texts(ImmutableDictionary<string, object> rule, string property) =>
        rule.GetValueOrDefault(property) is ImmutableArray<object> list ? list.Cast<string>() : [];

    private static bool Fits(string pattern, string value, StringComparison comparison)
    {
        var parts = pattern.Split('*', 2);
        return parts.Length == 1
            ? string.Equals(pattern, value, comparison)
            : value.Length >= parts[0].Length + parts[1].Length
                && value.StartsWith(parts[0], comparison) && value.EndsWith(parts[1], comparison);
    }
}
