using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Local.Resources;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Workflow;

namespace CallRecording.Tests.Local.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenACallComesAgain(RunningStack stack)
{
    [Fact]
    public async Task On_another_day_under_the_same_file_name_it_is_another_recording_of_the_call()
    {
        var first = await stack.ProcessAsync("again-another-day");
        var second = await PublishAsync(first, message => message["timestamp"] = "2026-01-03T03:04:05Z");

        var answer = await stack.AskAsync("/analytics?callId=again-another-day");

        Assert.Equal(
            [second.ExecutionArn, first.ExecutionArn],
            answer["items"]!.AsArray().Select(item => (string)item!["execution_arn"]!));
        Assert.Equal(2, (await stack.JobsAsync(first.Audio)).Count);
    }

    [Fact]
    public async Task With_the_right_recording_after_one_that_failed_it_is_processed()
    {
        var other = await stack.ProcessAsync("again-new-audio-itself");
        var first = SubmittedCall.Of(CallNotification.Read(Message("again-new-audio", "not-there.mp3")));
        await stack.Commands.PublishAsync(
            Message("again-new-audio", "not-there.mp3"), TestContext.Current.CancellationToken);
        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(first.ExecutionArn));

        var second = await PublishAsync(first, message => message["audioS3Uri"] = other.Audio.ToString());

        var item = await stack.ItemAsync(first);
        Assert.Equal(second.ExecutionArn, (string?)item["execution_arn"]);
        Assert.Equal(other.Audio.ToString(), (string?)item["s3_input_uri"]);
        Assert.Equal("SUCCESS", (string?)item["bedrock_status"]);
        Assert.Equal(1, (int?)(await stack.AskAsync("/analytics?callId=again-new-audio"))["count"]);
    }

    [Fact]
    public async Task With_other_metadata_it_has_them_and_no_second_job()
    {
        var first = await stack.ProcessAsync("again-metadata");
        var message = JsonNode.Parse(first.Message())!.AsObject(); // An object.
        message["metadata"] = new JsonObject { ["agent"] = "Imogen" };

        await stack.Commands.PublishAsync(message.ToJsonString(), TestContext.Current.CancellationToken);

        await Eventually.TrueAsync(
            async () => (string?)(await stack.ItemAsync(first))["metadata"]?["agent"] == "Imogen",
            "it has the metadata");
        await stack.QueueIsEmptyAsync();
        Assert.Equal("SUCCESS", (string?)(await stack.ItemAsync(first))["bedrock_status"]);
        Assert.Single(await stack.JobsAsync(first.Audio));
        Assert.Single(await stack.ExecutionsNamedAsync("again-metadata-"));
    }

    [Fact]
    public async Task A_second_version_of_the_same_key_is_no_news_until_a_message_says_something_new()
    {
        var first = await stack.ProcessAsync("again-second-version");
        await stack.Commands.UploadAsync(
            new(first.Audio.Bucket, first.Audio.Key), Calls.Sample("audio.mp3"), TestContext.Current.CancellationToken);

        await stack.Commands.PublishAsync(first.Message(), TestContext.Current.CancellationToken);
        await stack.QueueIsEmptyAsync();

        Assert.Single(await stack.JobsAsync(first.Audio));
        Assert.Single(await stack.ExecutionsNamedAsync("again-second-version"));
    }

    private static string Message(string callId, string file) => new JsonObject
    {
        ["callId"] = callId,
        ["audioS3Uri"] = $"s3://{ResourceNames.RecordingsBucket}/{file}",
        ["timestamp"] = "2026-01-02T03:04:05Z",
    }.ToJsonString();

    private async Task<SubmittedCall> PublishAsync(SubmittedCall earlier, Action<JsonObject> change)
    {
        var message = JsonNode.Parse(earlier.Message())!.AsObject();
        change(message);
        await stack.Commands.PublishAsync(message.ToJsonString(), TestContext.Current.CancellationToken);
        var call = SubmittedCall.Of(CallNotification.Read(message.ToJsonString()));
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
        return call;
    }
}
