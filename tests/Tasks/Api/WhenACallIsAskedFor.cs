using System.Globalization;
using System.Text;
using Amazon.Lambda.Serialization.SystemTextJson;
using CallRecording.Tasks;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Tests.Tasks.DynamoDb;

namespace CallRecording.Tests.Tasks.Api;

[Collection(LargeItemsCollection.Name)]
public sealed class WhenACallIsAskedFor(RunningEmulators emulators)
{
    private const int MaxBytesOfAnAnswer = 6 * 1024 * 1024;

    [Fact]
    public async Task Its_recordings_come_whole_and_newest_first()
    {
        using var table = await TestTable.CreateAsync(emulators);
        for (var number = 0; number < 12; number++)
        {
            await Recordings.AddAsync(table, TestCalls.CallId, Recordings.Start + number, $"Recording {number}.");
        }

        await Recordings.AddAsync(table, "another", Recordings.Start);
        var api = new TestApi(table);

        foreach (var limit in Enumerable.Range(1, 10))
        {
            var transcripts = new List<string?>();
            string? token = null;
            for (var page = 0; page == 0 || (token is not null && page <= 12); page++)
            {
                (string, string)[] rest = token is null ? [] : [("nextToken", token)];
                var answer = await api.CallAsync(
                    TestCalls.Hash, [("limit", limit.ToString(CultureInfo.InvariantCulture)), .. rest]);
                transcripts.AddRange(TestApi.Items(answer).Select(item => (string?)item["transcript"]));
                token = (string?)TestApi.Body(answer)["nextToken"];
            }

            Assert.Null(token);
            Assert.Equal(Enumerable.Range(0, 12).Reverse().Select(number => $"Recording {number}."), transcripts);
        }
    }

    [Fact]
    public async Task By_its_call_id_the_answer_is_the_same()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddAsync(table, TestCalls.CallId, Recordings.Start);
        var api = new TestApi(table);

        var byHash = await api.CallAsync(TestCalls.Hash);
        var byCallId = await api.ListAsync(("callId", TestCalls.CallId));
        var withBlanks = await api.ListAsync(("callId", $" {TestCalls.CallId}\u3000"));

        Assert.Single(TestApi.Items(byHash));
        Assert.Equal(byHash.Body, byCallId.Body);
        Assert.Equal(byHash.Body, withBlanks.Body);
    }

    [Fact]
    public async Task Another_calls_recordings_are_not_given_for_a_call_id_with_the_same_MD5()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddAsync(table, CollidingIds.One, Recordings.Start);
        var api = new TestApi(table);

        var answer = await api.ListAsync(("callId", CollidingIds.Other));

        Assert.Equal(404, answer.StatusCode);
        Assert.Contains("another call id with the same MD5 has its place", answer.Body, StringComparison.Ordinal);
        Assert.Single(TestApi.Items(await api.ListAsync(("callId", CollidingIds.One))));
    }

    [Fact]
    public async Task One_that_is_not_there_is_a_404()
    {
        using var table = await TestTable.CreateAsync(emulators);
        await Recordings.AddAsync(table, "another", Recordings.Start);
        var api = new TestApi(table);

        var byHash = await api.CallAsync(TestCalls.Hash);
        var byCallId = await api.ListAsync(("callId", TestCalls.CallId));

        Assert.Equal(404, byHash.StatusCode);
        Assert.Equal($$"""{"message":"There is no call recording with hash {{TestCalls.Hash}}."}""", byHash.Body);
        Assert.Equal(404, byCallId.StatusCode);
        Assert.Equal("""{"message":"There is no call recording with that callId."}""", byCallId.Body);
    }

    // Escaped to \u0436, each of these letters would take seven bytes instead of two.
    [Fact]
    public async Task Ten_whole_transcripts_in_Cyrillic_fit_into_Lambdas_answer()
    {
        using var table = await TestTable.CreateAsync(emulators);
        var transcript = new string('ж', 170_000);
        for (var number = 0; number < 10; number++)
        {
            await Recordings.AddAsync(table, $"call-{number}", Recordings.Start, transcript);
        }

        var answer = await new TestApi(table).ListAsync(("limit", "10"), ("include", "transcript"));

        Assert.All(TestApi.Items(answer), item => Assert.Equal(transcript, (string?)item["transcript"]));
        using var json = new MemoryStream();
        new SourceGeneratorLambdaJsonSerializer<TasksJson>().Serialize(answer, json);
        Assert.InRange(json.Length, 10 * 340_000, MaxBytesOfAnAnswer);
    }

    /// <summary>JSON inside JSON: a quote takes four bytes, a control character seven.</summary>
    [Theory]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\u0001")]
    [InlineData("😀")]
    public async Task Whole_items_that_swell_when_escaped_are_spread_over_more_pages(string letter)
    {
        const int Calls = 12;
        using var table = await TestTable.CreateAsync(emulators);
        var transcript = string.Concat(Enumerable.Repeat(letter, 340_000 / Encoding.UTF8.GetByteCount(letter)));
        for (var number = 0; number < Calls; number++)
        {
            await Recordings.AddAsync(table, TestCalls.CallId, Recordings.Start + number, transcript);
        }

        var api = new TestApi(table);

        foreach (var ask in (Func<(string, string)[], Task<CallRecording.Tasks.Api.ApiResponse>>[])[
            rest => api.ListAsync([("limit", "10"), ("include", "transcript"), .. rest]),
            rest => api.CallAsync(TestCalls.Hash, rest)])
        {
            var times = new List<long>();
            string? token = null;
            for (var page = 0; page == 0 || (token is not null && page <= Calls); page++)
            {
                var answer = await ask(token is null ? [] : [("nextToken", token)]);
                using var json = new MemoryStream();
                new SourceGeneratorLambdaJsonSerializer<TasksJson>().Serialize(answer, json);
                Assert.InRange(json.Length, 1, MaxBytesOfAnAnswer);
                Assert.All(TestApi.Items(answer), item => Assert.Equal(transcript, (string?)item["transcript"]));
                times.AddRange(TestApi.Items(answer).Select(item => (long)item["epchdatetimestamp"]!));
                token = (string?)TestApi.Body(answer)["nextToken"];
            }

            Assert.Null(token);
            Assert.Equal(Enumerable.Range(0, Calls).Reverse().Select(number => Recordings.Start + number), times);
        }
    }
}
