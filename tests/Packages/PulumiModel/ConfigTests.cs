using System.Text.Json;
using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace CallRecording.Tests.Packages.PulumiModel;

[Collection(PulumiConfigCollection.Name)]
public sealed class ConfigTests
{
    private const string Settings =
        """
        {"project:name":"hall","project:protect":"true","project:width":"80","project:load":"2.5",
         "aws:region":"eu-west-1","project:shelf":"{\"Label\":\"books\"}","project:config:legacy":"yes"}
        """;

    [Fact]
    public async Task Settings_are_read_by_type()
    {
        await WithAsync(Settings, async () =>
        {
            var config = new Config();

            Assert.Equal("hall", config.Require("name"));
            Assert.True(config.GetBoolean("protect"));
            Assert.Equal(80, config.RequireInt32("width"));
            Assert.Equal(2.5, config.RequireDouble("load"));
            Assert.Equal("books", config.RequireObject<ShelfSettings>("shelf").Label);
            Assert.Equal("yes", config.Get("legacy"));
            Assert.Equal("eu-west-1", new Config("aws").Get("region"));
            var secret = config.RequireSecret("name");
            Assert.True(await Output.IsSecretAsync(secret));
            Assert.Equal("hall", await OutputUtilities.GetValueAsync(secret));
        });
    }

    [Fact]
    public async Task What_is_not_set_is_null()
    {
        await WithAsync(null, () =>
        {
            var config = new Config();

            Assert.Null(config.Get("name"));
            Assert.Null(config.GetBoolean("protect"));
            Assert.Null(config.GetInt32("width"));
            Assert.Null(config.GetObject<ShelfSettings>("shelf"));
            Assert.Null(config.GetSecret("name"));
            Assert.Null(config.GetSecretInt32("width"));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_required_setting_says_how_to_set_it()
    {
        var thrown = await Assert.ThrowsAsync<RunException>(() => WithAsync(null, () =>
        {
            _ = new Config().Require("name");
            return Task.CompletedTask;
        }));

        Assert.Contains(
            "Missing Required configuration variable 'project:name'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("pulumi config set project:name <value>", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Boolean")]
    [InlineData("Int32")]
    public async Task A_setting_of_another_type_says_so(string type)
    {
        var thrown = await Assert.ThrowsAsync<RunException>(() => WithAsync(Settings, () =>
        {
            _ = type == "Boolean" ? new Config().GetBoolean("name") : (object?)new Config().GetInt32("name");
            return Task.CompletedTask;
        }));

        Assert.Equal($"Configuration 'project:name' value 'hall' is not a valid {type}", thrown.Message);
    }

    [Fact]
    public async Task An_object_follows_the_given_options()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        await WithAsync("""{"project:shelf":"{\"label\":\"books\"}"}""", () =>
        {
            Assert.Equal("books", new Config().GetObject<ShelfSettings>("shelf", options)?.Label);
            return Task.CompletedTask;
        });
    }

    private static async Task WithAsync(string? settings, Func<Task> program)
    {
        var before = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", settings);
        try
        {
            await Deployment.TestAsync(new Carpenter(), new TestOptions(), program);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", before);
        }
    }

    private sealed record ShelfSettings(string Label);
}
