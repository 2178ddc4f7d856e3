using CallRecording.Tasks.Api;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.Api;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenTheSameIsAskedAgain(RunningEmulators emulators)
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"another\", {0}")]
    [InlineData("*")]
    public async Task What_did_not_change_is_not_sent(string header)
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddAsync(table, TestCalls.CallId, Recordings.Start);
        var api = new TestApi(table);
        var first = await api.ListAsync();

        var again = await AgainAsync(api, header.Replace("{0}", first.Headers["ETag"], StringComparison.Ordinal));

        Assert.Equal((304, ""), (again.StatusCode, again.Body));
        Assert.Equal(first.Headers["ETag"], again.Headers["ETag"]);
        Assert.Equal("private, no-cache", again.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task What_changed_is_sent()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddAsync(table, TestCalls.CallId, Recordings.Start);
        var api = new TestApi(table);
        var first = await api.ListAsync();
        await Recordings.AddAsync(table, "another", Recordings.Start);

        var again = await AgainAsync(api, first.Headers["ETag"]);

        Assert.Equal(200, again.StatusCode);
        Assert.Equal(2, TestApi.Items(again).Count);
        Assert.NotEqual(first.Headers["ETag"], again.Headers["ETag"]);
    }

    [Fact]
    public async Task What_could_not_be_answered_has_no_tag()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var api = new TestApi(table);

        var none = await api.CallAsync(TestCalls.Hash);
        var wrong = await AgainAsync(api, "*", ("limit", "0"));

        Assert.Equal((404, 400), (none.StatusCode, wrong.StatusCode));
        Assert.All([none, wrong], answer => Assert.False(answer.Headers.ContainsKey("ETag")));
        Assert.All([none, wrong], answer => Assert.Equal("no-store", answer.Headers["Cache-Control"]));
    }

    private static Task<ApiResponse> AgainAsync(
        TestApi api, string tags, params (string Name, string Value)[] query) =>
        api.AskAsync(TestApi.Get("/analytics", query) with
        {
            Headers = new Dictionary<string, string> { ["if-none-match"] = tags },
        });
}
