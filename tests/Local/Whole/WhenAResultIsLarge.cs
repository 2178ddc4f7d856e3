using System.Globalization;
using System.Text;
using CallRecording.Emulators.Node;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Operations;
using CallRecording.Workflow;
using CallRecording.Workflow.Results;

namespace CallRecording.Tests.Local.Whole;

/// <summary>More than an emulator takes in one request, up to what is accepted, and beyond.</summary>
[Collection(StackCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WhenAResultIsLarge(RunningStack stack) : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    private readonly FileInfo result = new(Path.GetTempFileName());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(12)]
    [InlineData(26)]
    [InlineData(60)]
    public async Task It_is_persisted_whole(int megabytes)
    {
        var segments = await WriteResultAsync(megabytes);

        var call = await stack.SubmitAsync(Submission($"large-{megabytes}"));

        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
        var item = await stack.ItemAsync(call);
        Assert.Equal("SUCCESS", (string?)item["bedrock_status"]);
        Assert.Equal("A long call.", (string?)item["audio_summary"]);
        Assert.Single(await stack.JobsAsync(call.Audio));
        Assert.Equal(segments, (await ReadResultsAsync((string)item["results_s3_uri"]!)).Segments.Count);
        var first = await stack.AskAsync($"/analytics/{(string?)item["hash"]}/segments?limit=1");
        Assert.Equal("What was said at 0.", (string?)first["items"]![0]!["text"]);
    }

    [Fact]
    public async Task One_over_the_limit_is_refused_before_it_is_uploaded()
    {
        await WriteResultAsync(79);

        var refusal = await Assert.ThrowsAsync<CommandException>(() => stack.SubmitAsync(Submission("too-large")));

        Assert.Equal(
            $"--result: {result.FullName} has {result.Length} bytes, expected at most 67108864 (MAX_RESULT_BYTES)",
            refusal.Message);
    }

    [Fact]
    public async Task One_over_the_limit_that_is_there_all_the_same_is_refused_once()
    {
        await WriteResultAsync(1);
        var small = await Submission("far-too-large").CheckAsync(Stop);
        // It grows after the check, and is there before the call: no job can reach its deadline while it is uploaded.
        await WriteResultAsync(79);
        var call = await small.SendAsync(stack.Commands, TimeProvider.System, Stop).SingleAsync(Stop);

        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        var item = await stack.ItemAsync(call);
        Assert.Equal("ResultsUnreadableException", (string?)item["error"]);
        Assert.Contains(
            "expected at most 67108864 (MAX_RESULT_BYTES)", (string?)item["cause"], StringComparison.Ordinal);
        Assert.Single(await stack.JobsAsync(call.Audio));
        Assert.Single((await stack.HistoryAsync(call.ExecutionArn)).StatesEntered(), "PersistResults");
    }

    public void Dispose() => result.Delete();

    private Submission Submission(string callId) => new(
        Calls.Sample("audio.mp3"), callId, DateTimeOffset.UnixEpoch, result, Custom: null, Fault: null, Count: 1);

    private async Task<CallResults> ReadResultsAsync(string uri)
    {
        using var s3 = new EmulatorEndpoints(stack.Addresses.Messaging, stack.Addresses.DynamoDb).CreateS3();
        var file = S3Uri.Parse(uri);
        using var answer = await s3.GetObjectAsync(file.Bucket, file.Key, Stop);
        using var json = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(json, Stop);
        return CallRecord.ReadResultsJson(json.GetBuffer().AsMemory(0, (int)json.Length)).Results;
    }

    /// <returns>How many segments it has.</returns>
    private async Task<int> WriteResultAsync(int megabytes)
    {
        await using var file = result.Open(FileMode.Truncate);
        await WriteAsync(
            """{"metadata": {"duration_millis": 60000}, "audio": {"summary": "A long call."}, "audio_segments": [""");
        var count = 0;
        while (file.Length < (megabytes * (long)Megabyte) - 1000)
        {
            await WriteAsync(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{{(count == 0 ? "" : ",")}}{"segment_index": {{count}}, "start_timestamp_millis": {{count}}"""
                    + $$""", "end_timestamp_millis": {{count + 1}}, "type": "TRANSCRIPT","""
                    + $$""" "text": "What was said at {{count}}."}"""));
            count++;
        }

        await WriteAsync("]}");
        return count;

        ValueTask WriteAsync(string text) => file.WriteAsync(Encoding.UTF8.GetBytes(text), Stop);
    }
}
