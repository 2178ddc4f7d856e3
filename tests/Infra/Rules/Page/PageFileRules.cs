using System.Text.Json.Nodes;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules.Values;

namespace CallRecording.Tests.Infra.Rules.Page;

/// <summary>The page's files in its bucket, and what the page is told there.</summary>
internal static class PageFileRules
{
    private const string ObjectType = "aws:s3/bucketObjectv2:BucketObjectv2";
    private const string Config = "config.json";

    public static IEnumerable<string> Every_file_of_the_page_is_there(RecordedProgram program) =>
        Expected().Except(There(program), StringComparer.Ordinal)
            .Select(key => $"The page's file {key} is not in its bucket.");

    public static IEnumerable<string> No_other_file_is_there(RecordedProgram program) =>
        There(program).Except(Expected().Append(Config), StringComparer.Ordinal)
            .Select(key => $"The page's bucket has {key}, which is no file of the page.");

    public static IEnumerable<string> A_file_of_the_page_is_what_it_says_and_is_asked_for_again(
        RecordedProgram program) =>
        program.Of(ObjectType).SelectMany(file => Inputs.Unlike(
            file,
            ("bucket", Stack.Reference(program, "aws:s3/bucket:Bucket", Stack.Of(program, "page"), "id")),
            ("cacheControl", "no-cache"),
            ("contentType", ContentTypeOf(file.Text("key")))));

    public static IEnumerable<string> The_page_is_told_how_people_sign_in_and_where_executions_are(
        RecordedProgram program)
    {
        var settings = program.Settings;
        var isCognito = settings.Auth is AuthMode.Cognito;
        var expected = new JsonObject
        {
            ["auth"] = StackSettingsReader.Spelled(settings.Auth),
            ["signIn"] = isCognito
                ? $"https://{Stack.Of(program, settings.AccountId)}.auth.{settings.Region}.amazoncognito.com" : "",
            ["clientId"] = isCognito
                ? Stack.Reference(program, "aws:cognito/userPoolClient:UserPoolClient", $"{Stack.Prefix}page", "id")
                : "",
            ["uploads"] = settings.Uploads,
            ["executionAddress"] =
                $"https://{settings.Region}.console.aws.amazon.com/states/home?region={settings.Region}"
                    + "#/v2/executions/details/{arn}",
        };
        var told = program.Of(ObjectType)
            .Where(one => one.Text("key") == Config).Select(one => JsonNode.Parse(one.Text("content"))).ToList();
        if (told is not [var only] || !JsonNode.DeepEquals(only, expected))
        {
            yield return $"The page is told {string.Join(" and ", told.Select(one => one?.ToJsonString()))}, expected "
                + $"{expected.ToJsonString()}.";
        }
    }

    private static IEnumerable<string> There(RecordedProgram program) =>
        program.Of(ObjectType).Select(one => one.Text("key"));

    /// <summary>The files of the folder, without its notes.</summary>
    private static IEnumerable<string> Expected()
    {
        var web = ProjectFiles.At("web");
        return Directory.EnumerateFiles(web, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) != ".md")
            .Select(file => Path.GetRelativePath(web, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    private static string ContentTypeOf(string key) => Path.GetExtension(key) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        var other => $"(no content type is known for {other})",
    };
}
