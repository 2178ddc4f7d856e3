using System.Text.Json.Nodes;

namespace CallRecording.Tests.Infra.Deploying;

/// <summary>What <c>infra/deploy</c> does, in its order.</summary>
public sealed class WhenTheStackIsDeployed : IDisposable
{
    private readonly DeployedTree tree = new();

    public void Dispose() => tree.Dispose();

    [Fact]
    public async Task It_is_published_previewed_and_updated_and_its_addresses_are_told()
    {
        var (exitCode, output, complaints) = await tree.RunAsync("dev", "--yes", "--init", "--no-smoke");

        Assert.True(exitCode == 0, complaints);
        var steps = tree.Asked.Select(Step).OfType<string>();
        Assert.Equal(["identity", "project", "bucket", "publish", "preview", "up"], steps);
        Assert.Contains("pageUrl     https://page.example/", output, StringComparison.Ordinal);
        Assert.DoesNotContain(tree.Asked, line => line.Contains("sns publish", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_real_call_proves_it_and_its_addresses_are_asked()
    {
        var (exitCode, output, complaints) = await tree.RunAsync("dev", "--yes", "--init");

        Assert.True(exitCode == 0, complaints);
        Assert.Contains("is SUCCESS and listed", output, StringComparison.Ordinal);
        var copied = Assert.Single(tree.Asked, line => line.Contains("s3 cp", StringComparison.Ordinal));
        var published = Assert.Single(tree.Asked, line => line.Contains("sns publish", StringComparison.Ordinal));
        var message = JsonNode.Parse(published[published.IndexOf('{', StringComparison.Ordinal)..])!;
        Assert.EndsWith((string)message["audioS3Uri"]!, copied, StringComparison.Ordinal);
        Assert.StartsWith(
            "s3://dmg-inbound-callrecording-dev-recordings/smoke/smoke-", (string?)message["audioS3Uri"],
            StringComparison.Ordinal);
        Assert.StartsWith("smoke-", (string?)message["callId"], StringComparison.Ordinal);
        Assert.Contains(tree.Asked, line => line.Contains("--qualifier live", StringComparison.Ordinal));
        Assert.Contains(
            tree.Asked, line => line.EndsWith("https://api.example/dev/analytics", StringComparison.Ordinal));
        Assert.Contains(tree.Asked, line => line.EndsWith("https://page.example/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"statusCode":500}""", "401", "200", "its API does not list the call smoke-")]
    [InlineData(
        """{"statusCode":200}""", "200", "200", "its API answers 200 to a request without credentials, expected 401")]
    [InlineData("""{"statusCode":200}""", "401", "403", "its page answers 403, expected 200")]
    public async Task A_proof_that_fails_says_where(string listed, string api, string page, string message)
    {
        tree.Listed = listed;
        tree.Answer("curl", 0, api);
        tree.Answer("https://page.example", 0, page);

        var (exitCode, _, complaints) = await tree.RunAsync("dev", "--yes", "--init");

        Assert.Equal(1, exitCode);
        Assert.Contains(message, complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_fails_is_told_with_its_reason()
    {
        tree.Answer("bedrock_status.S", 0, "FAILED\\n");
        tree.Answer("error.S", 0, "JobRejectedException\\n");
        tree.Answer("cause.S", 0, "No such project.\\n");

        var (exitCode, _, complaints) = await tree.RunAsync("dev", "--yes", "--init");

        Assert.Equal(1, exitCode);
        Assert.Contains("failed: JobRejectedException: No such project.", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_go_when_nothing_can_be_redriven_with_them()
    {
        tree.Answer("list-aliases --function-name", 255, "");
        tree.Answer("list-aliases --function-name dmg-inbound-callrecording-status", 0, "2\\n");
        // The first was replaced long ago, the second too but an alias names it, the third today, the fourth is the
        // newest.
        tree.Answer(
            "list-versions-by-function", 0,
            "10\\t2999-01-01T00:00:00.000+0000\\n1\\t2020-01-01T00:00:00.000+0000\\n"
                + "2\\t2020-01-02T00:00:00.000+0000\\n3\\t2020-01-03T00:00:00.000+0000\\n");

        var (exitCode, _, complaints) = await tree.RunAsync("dev", "--yes", "--init", "--no-smoke");

        Assert.True(exitCode == 0, complaints);
        Assert.Equal(
            ["aws lambda delete-function --function-name dmg-inbound-callrecording-status --qualifier 1"],
            tree.Asked.Where(line => line.Contains("delete-function", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Taking_it_down_is_previewed_first()
    {
        tree.IsMade();

        var (exitCode, _, complaints) = await tree.RunAsync("dev", "--destroy", "--yes");

        Assert.True(exitCode == 0, complaints);
        Assert.Equal(["identity", "preview", "down"], tree.Asked.Select(Step).OfType<string>());
    }

    [Fact]
    public async Task Protected_data_are_not_taken_down()
    {
        tree.IsMade(("protectData", "true"));

        var (exitCode, _, complaints) = await tree.RunAsync("dev", "--destroy", "--yes");

        Assert.Equal(1, exitCode);
        Assert.Contains("deploy: the data of dev is protected", complaints, StringComparison.Ordinal);
        Assert.Empty(tree.Changes);
    }

    [Fact]
    public async Task A_rollback_deploys_the_program_of_a_commit_with_the_settings_of_today()
    {
        await tree.CommitAsync();
        tree.Setting("monthlyBudgetDollars", "\"50\"", "\"51\"");
        tree.IsMade();

        var (exitCode, _, complaints) = await tree.RunAsync("dev", "--rollback", "HEAD", "--yes", "--no-smoke");

        Assert.True(exitCode == 0, complaints);
        Assert.Equal(
            ["identity", "project", "bucket", "publish", "preview", "up"], tree.Asked.Select(Step).OfType<string>());
        var update = Assert.Single(tree.Asked, line => line.Contains(" up --yes", StringComparison.Ordinal));
        Assert.DoesNotContain(tree.Root, update, StringComparison.Ordinal);
        Assert.Contains("publish arm64 monthlyBudgetDollars: \"51\"", tree.Asked);
        Assert.Single((await tree.GitAsync("worktree", "list")).TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_rollback_to_no_commit_changes_nothing()
    {
        await tree.CommitAsync();
        tree.IsMade();

        var (exitCode, _, complaints) = await tree.RunAsync("dev", "--rollback", "v0", "--yes");

        Assert.Equal(1, exitCode);
        Assert.Contains("deploy: 'v0' is not a commit of this repository", complaints, StringComparison.Ordinal);
        Assert.Empty(tree.Changes);
    }

    private static string? Step(string line) => line switch
    {
        _ when line.Contains("get-caller-identity", StringComparison.Ordinal) => "identity",
        _ when line.Contains("list-data-automation-projects", StringComparison.Ordinal) => "project",
        _ when line.Contains("head-bucket", StringComparison.Ordinal) => "bucket",
        _ when line.StartsWith("publish arm64", StringComparison.Ordinal) => "publish",
        _ when line.Contains(" preview ", StringComparison.Ordinal)
            || line.Contains("--preview-only", StringComparison.Ordinal) => "preview",
        _ when line.Contains(" up --yes", StringComparison.Ordinal) => "up",
        _ when line.Contains(" destroy --yes", StringComparison.Ordinal) => "down",
        _ => null,
    };
}
