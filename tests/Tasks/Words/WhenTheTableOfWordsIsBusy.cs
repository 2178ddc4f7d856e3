using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.Words;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Tasks.Calls;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Search;

namespace CallRecording.Tests.Tasks.Words;

[Collection(EmulatorsCollection.Name)]
public sealed class WhenTheTableOfWordsIsBusy(RunningEmulators emulators)
{
    private static readonly CallItemKey Key = CallItemKey.Of(TestCalls.Call);

    private static readonly CallWord[] Words =
        [.. Enumerable.Range(0, 24).Select(number => new CallWord($"word{number}", "transcript", null, null))];

    [Fact]
    public async Task What_it_leaves_is_sent_again_after_growing_pauses()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        var (busy, time) = (new Busy(rowsTaken: 4), new HastyClock());
        var rows = new WordRows(world.Client(busy), world.Table.WordsName, time, () => 0.5);

        await rows.PutAsync(Key, Words, TestContext.Current.CancellationToken);

        Assert.Equal([25, 50, 100, 200, 400], time.Pauses.Select(pause => pause.TotalMilliseconds));
        Assert.Equal(Words.Length, (await world.RowsAsync()).Count);
    }

    [Fact]
    public async Task It_gives_up_at_last_as_one_that_is_throttled()
    {
        using var world = await IndexWorld.CreateAsync(emulators);
        var (busy, time) = (new Busy(rowsTaken: 0), new HastyClock());
        var rows = new WordRows(world.Client(busy), world.Table.WordsName, time, () => 1);

        var failure = await Assert.ThrowsAsync<ServiceThrottledException>(
            () => rows.PutAsync(Key, Words, TestContext.Current.CancellationToken));

        Assert.Equal(
            $"BatchWriteItem of {world.Table.WordsName} left 24 rows unwritten after 12 tries.", failure.Message);
        Assert.All(time.Pauses, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(10)));
    }

    /// <summary>Takes only some rows of each request.</summary>
    private sealed class Busy(int rowsTaken) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(rowsTaken));

        private sealed class Handler(int rowsTaken) : DelegatingHandler(new HttpClientHandler())
        {
            protected override async Task<HttpResponseMessage> SendAsync(
                HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
                var (table, rows) = body["RequestItems"]!.AsObject().Single();
                var all = rows!.AsArray().Select(row => row!.DeepClone()).ToList();
                if (rowsTaken > 0)
                {
                    body["RequestItems"]![table] = new JsonArray(
                        [.. all.Take(rowsTaken).Select(row => row.DeepClone())]);
                    var type = request.Content.Headers.ContentType;
                    request.Content = new StringContent(body.ToJsonString());
                    request.Content.Headers.ContentType = type;
                    using var taken = await base.SendAsync(request, cancellationToken);
                    Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync(cancellationToken));
                }

                var left = new JsonObject();
                if (all.Count > rowsTaken)
                {
                    left[table] = new JsonArray([.. all.Skip(rowsTaken)]);
                }

                return new HttpResponseMessage
                {
                    Content = new StringContent(
                        new JsonObject { ["UnprocessedItems"] = left }.ToJsonString(),
                        Encoding.UTF8,
                        "application/x-amz-json-1.0"),
                    RequestMessage = request,
                };
            }
        }
    }
}
