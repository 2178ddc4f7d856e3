using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CallRecording.Local.Web;
using CallRecording.Tasks.Api;
using CallRecording.Tasks.Uploads;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.DynamoDb;
using CallRecording.Tests.Tasks.Uploads;
using Microsoft.OpenApi;

namespace CallRecording.Tests.Tasks.Api;

[Collection(EmulatorsCollection.Name)]
public sealed partial class WhenTheApiIsDescribed(RunningEmulators emulators)
{
    [Fact]
    public void It_is_OpenAPI() => Assert.Empty(DescribedApi.ProblemsOf(DescribedApi.Text));

    [Theory]
    [InlineData("#/components/schemas/AnnouncedUpload", "#/components/schemas/No", "does not point to an existing")]
    [InlineData("\"in\": \"query\"", "\"in\": \"somewhere\"", "Enum value somewhere is not recognized")]
    [InlineData("\"200\"", "\"2000\"", "Responses key must be")]
    [InlineData("\"summary\"", "\"sumary\"", "sumary is not a valid property")]
    public void What_is_not_would_be_found(string right, string wrong, string problem)
    {
        Assert.Contains(right, DescribedApi.Text, StringComparison.Ordinal);

        var found = DescribedApi.ProblemsOf(DescribedApi.Text.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Contains(found, one => one.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_paths_are_what_the_functions_answer()
    {
        using var table = await TestTable.CreateAsync(emulators);

        Assert.Equal(Told(new TestApi(table).Routes), Told(DescribedApi.PathsWith("get")));
        Assert.Equal(
            Told([UploadsHandler.Collection, UploadsHandler.Completion]), Told(DescribedApi.PathsWith("post")));
    }

    [Fact]
    public void Its_paths_are_what_one_machine_serves() =>
        Assert.Equal(Told(ApiRoutes.Patterns), Told(DescribedApi.Paths));

    [Fact]
    public void What_a_path_names_is_a_parameter() => Assert.All(
        DescribedApi.PathsWith("get"),
        path => Assert.Equal(
            Told(InBraces().Matches(path).Select(match => match.Value)),
            Told(DescribedApi.Parameters(path, ParameterLocation.Path))));

    [Fact]
    public async Task Its_query_is_what_a_question_may_have()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var api = new TestApi(table);

        foreach (var route in api.Routes)
        {
            var ofMany = await api.AskAsync(TestApi.Get(route, ("unknown", "")));
            var ofOne = await api.AskAsync(TestApi.Get(route, ("callId", "call-1"), ("unknown", "")));

            Assert.Equal(
                $"{route}: {Told(Known(ofMany).Union(Known(ofOne)))}",
                $"{route}: {Told(DescribedApi.Parameters(route, ParameterLocation.Query))}");
        }
    }

    [Fact]
    public async Task The_body_of_an_upload_is_what_may_be_posted()
    {
        using var uploads = await TestUploads.CreateAsync(emulators);

        foreach (var path in DescribedApi.PathsWith("post"))
        {
            var answer = await uploads.PostAsync(path, """{"unknown": ""}""");

            Assert.Equal($"{path}: {Told(Known(answer))}", $"{path}: {Told(DescribedApi.Members(path))}");
        }
    }

    /// <summary>What the API says that it knows, where it was asked for something unknown.</summary>
    private static string[] Known(ApiResponse answer)
    {
        var message = (string?)JsonNode.Parse(answer.Body)?["message"] ?? string.Empty;
        var known = KnownNames().Match(message);
        Assert.True(answer.StatusCode == 400 && known.Success, $"{answer.StatusCode}: {message}");
        return known.Groups[1].Value.Split(", ");
    }

    private static string Told(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    [GeneratedRegex("there are (.*)[.]$")]
    private static partial Regex KnownNames();

    [GeneratedRegex("(?<={)[^}]*(?=})")]
    private static partial Regex InBraces();
}
