using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Resources;
using CallRecording.Workflow.Search;

namespace CallRecording.Tests.Local.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenACallIsPublished(RunningStack stack)
{
    private static readonly JsonNode Standard = JsonNode.Parse(
        File.ReadAllText(Calls.Sample("standard_output.json").FullName))!;
    private static readonly JsonNode Custom = JsonNode.Parse(
        File.ReadAllText(Calls.Sample("custom_output.json").FullName))!;

    [Fact]
    public async Task It_becomes_a_readable_item()
    {
        var call = await stack.SubmitAsync("published-1");

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
        var item = await stack.ItemAsync(call);
        Assert.Equal("SUCCESS", (string?)item["bedrock_status"]);
        Assert.Equal(call.Hash, (string?)item["hash"]);
        Assert.Equal(1767323045, (long?)item["epchdatetimestamp"]);
        Assert.Equal(call.ExecutionArn, (string?)item["execution_arn"]);
        Assert.Equal(call.Audio.ToString(), (string?)item["s3_input_uri"]);
        Assert.Equal(
            (string?)Standard["audio"]!["transcript"]!["representation"]!["text"], (string?)item["transcript"]);
        Assert.Equal((string?)Standard["audio"]!["summary"], (string?)item["audio_summary"]);
        Assert.Equal((string?)Custom["inference_result"]!["call_summary"], (string?)item["call_summary"]);
        AssertSame(Custom["inference_result"]!["call_categories"], item["call_categories"]);
        AssertSame(Custom["inference_result"]!["topics"], item["topics"]);
        Assert.Equal(Standard["topics"]!.AsArray().Count, item["topic_summary"]!.AsArray().Count);
        Assert.Equal($"s3://{ResourceNames.OutputBucket}/published-1/results.json", (string?)item["results_s3_uri"]);
    }

    [Fact]
    public async Task It_can_be_searched_by_every_word_of_it()
    {
        var call = await stack.SubmitAsync("published-5");

        await stack.EndOfAsync(call.ExecutionArn);
        var item = await stack.ItemAsync(call);
        var rows = await stack.WordsAsync(call);
        Assert.Equal(
            new[] { "transcript", "call_summary", "audio_summary", "call_id" }
                .SelectMany(attribute => SearchWords.In((string)item[attribute]!))
                .Concat(item["topics"]!.AsArray().SelectMany(topic => SearchWords.In((string)topic!)))
                .Select(word => word.Text)
                .Except(rows.Keys),
            []);
        var category = SearchWords.OfCategory((string)item["call_categories"]![0]!);
        Assert.Equal("call_categories", rows[category]["found_in"].S);
        var spoken = Standard["audio_items"]!.AsArray()
            .First(one => one!["start_timestamp_millis"] is not null && ((string)one["content"]!).Length > 6)!;
        var word = rows[SearchWords.In((string)spoken["content"]!).First().Text];
        Assert.Equal(spoken["start_timestamp_millis"]!.ToString(), word["at_millis"].N);
        Assert.Contains((string)spoken["content"]!, word["excerpt"].S, StringComparison.Ordinal);
        Assert.InRange((decimal)item["cost_dollars"]!, 0.001m, 1);
    }

    [Fact]
    public async Task One_poll_costs_five_state_transitions_and_three_invocations()
    {
        var call = await stack.SubmitLongAsync("published-2");

        await stack.EndOfAsync(call.ExecutionArn);
        var history = await stack.HistoryAsync(call.ExecutionArn);
        Assert.Equal(
            ["InvokeDataAutomation", "WaitForJob", "GetJobStatus", "JobFinished?", "PersistResults"],
            history.StatesEntered());
        Assert.Equal(3, history.Count(one => one.Type == HistoryEventType.TaskStarted));
        Assert.Equal(Enumerable.Range(1, history.Count).Select(id => (long?)id), history.Select(one => one.Id));
        Assert.Equal(HistoryEventType.ExecutionSucceeded, history[^1].Type);
    }

    [Fact]
    public async Task It_is_found_by_hash_by_call_id_and_in_the_list()
    {
        var call = await stack.SubmitAsync("published-3");

        await stack.EndOfAsync(call.ExecutionArn);
        var byHash = await stack.AskAsync($"/analytics/{call.Hash}");
        var byCallId = await stack.AskAsync($"/analytics?callId={call.CallId}");
        var list = await stack.AskAsync("/analytics?limit=100");
        Assert.Equal(1, (int?)byHash["count"]);
        AssertSame(byHash, byCallId);
        var listed = Assert.Single(list["items"]!.AsArray(), item => (string?)item!["call_id"] == call.CallId);
        Assert.Null(listed!["transcript"]);
        Assert.Equal("SUCCESS", (string?)listed["bedrock_status"]);
    }

    [Fact]
    public async Task The_same_message_fifty_times_at_once_is_one_execution_one_job_and_one_item()
    {
        var first = await stack.SubmitAsync("published-4");
        var message = first.Message();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            stack.Commands.PublishAsync(message, TestContext.Current.CancellationToken)));

        await stack.EndOfAsync(first.ExecutionArn);
        await stack.QueueIsEmptyAsync();
        Assert.Single(await stack.JobsAsync(first.Audio));
        Assert.Equal(1, (int?)(await stack.AskAsync($"/analytics/{first.Hash}"))["count"]);
        Assert.Single(await stack.ExecutionsNamedAsync("published-4-"));
    }

    private static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(
            JsonNode.DeepEquals(expected, actual), $"expected {expected?.ToJsonString()}, is {actual?.ToJsonString()}");
}
