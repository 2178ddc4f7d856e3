using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CallRecording.Local.Web;
using CallRecording.Tests.Emulators.EventSourceMapping;

namespace CallRecording.Tests.Web;

/// <summary>The page's own files, as one machine serves them.</summary>
public sealed partial class WhenThePageIsServed
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_file_that_it_names_is_there()
    {
        await using var front = await StartAsync();
        using var http = new HttpClient { BaseAddress = front.Endpoint };
        Queue<string> unread = new(["/index.html"]);
        HashSet<string> read = [];

        while (unread.TryDequeue(out var file))
        {
            if (read.Add(file))
            {
                var address = new Uri(front.Endpoint, file);
                var text = await http.GetStringAsync(address, Cancellation);
                Names().Matches(text)
                    .Select(match => new Uri(address, match.Groups[1].Value).AbsolutePath)
                    .ToList()
                    .ForEach(unread.Enqueue);
            }
        }

        var all = Directory.EnumerateFiles(ProjectFiles.At("web"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".js" or ".css")
            .Select(path => "/" + Path.GetRelativePath(ProjectFiles.At("web"), path).Replace('\\', '/'));
        Assert.Empty(all.Except(read));
    }

    [Fact]
    public async Task Notes_on_its_source_are_not_served()
    {
        await using var front = await StartAsync();
        using var http = new HttpClient { BaseAddress = front.Endpoint };

        using var answer = await http.GetAsync(new Uri("README.md", UriKind.Relative), Cancellation);

        Assert.True(File.Exists(ProjectFiles.At("web", "README.md")));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Its_configuration_says_that_no_sign_in_is_needed_and_where_executions_are()
    {
        await using var front = await StartAsync();
        using var http = new HttpClient { BaseAddress = front.Endpoint };

        var config = await http.GetFromJsonAsync<JsonNode>(new Uri("config.json", UriKind.Relative), Cancellation);

        Assert.Equal("none", (string?)config!["auth"]);
        Assert.False((bool)config["uploads"]!);
        Assert.Equal("executions#{arn}", (string?)config["executionAddress"]);
    }

    [Fact]
    public void Text_stays_text()
    {
        var parsing = Directory.EnumerateFiles(ProjectFiles.At("web"), "*.js", SearchOption.AllDirectories)
            .Where(path => Html().IsMatch(File.ReadAllText(path)));

        Assert.Empty(parsing);
    }

    private static Task<WebServer> StartAsync() => WebServer.StartAsync(
        new(0, "retrieval", ProjectFiles.At("web")),
        new AnsweringFunctions(_ => Task.FromResult("{}")),
        TimeProvider.System,
        Cancellation);

    [GeneratedRegex("(?:from '|import\\('|src=\"|href=\")((?:\\.{1,2}/)*[a-z][a-z./-]*\\.(?:js|css))['\"]")]
    private static partial Regex Names();

    [GeneratedRegex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function")]
    private static partial Regex Html();
}
