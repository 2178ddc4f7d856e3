using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using CallRecording.Emulators.Node;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Local.Resources;
using CallRecording.Tasks.Calls;
using CallRecording.Tasks.DynamoDb;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Local;
using CallRecording.Workflow;
using Microsoft.AspNetCore.Http;

namespace CallRecording.Tests.Infra.Iam.Requests.Recording;

/// <summary>What happens to calls sooner or later, so that each function does each thing that it can do.</summary>
internal sealed class Everyday(RecordedSystem system)
{
    private const int LargeBytes = 20 * 1024 * 1024;

    private const string Sweep =
        """
        {"version":"0","id":"sweep","detail-type":"Scheduled Event","source":"aws.events","account":"000000000000",
         "time":"2026-01-02T03:04:05Z","region":"us-east-1","resources":[],"detail":{}}
        """;

    private readonly RunningStack stack = system.Stack;
    private int startsRefused;
    private int partsRefused;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task LiveAsync()
    {
        system.S3.Refuse = RefusePart;
        system.StepFunctions.Refuse = RefuseStart;
        await Task.WhenAll(SucceedAsync(), FailAsync(), MissAsync(), HangAsync(), NeverStartAsync(), GrowAsync());
        await new Questions(system).AskAsync();
    }

    private async Task SucceedAsync()
    {
        var call = await stack.ProcessAsync("everyday");
        var message = JsonNode.Parse(call.Message())!.AsObject(); // An object.
        message["metadata"] = new JsonObject { ["agent"] = "Imogen" };
        await stack.Commands.PublishAsync(message.ToJsonString(), Stop);
    }

    private async Task FailAsync()
    {
        var call = await stack.SubmitAsync("fails", "client-error");
        await stack.EndOfAsync(call.ExecutionArn);
        await stack.MendAsync(call);
        await stack.RedriveAsync(call.ExecutionArn);
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
    }

    /// <summary>No recording, no upload, no results.</summary>
    private async Task MissAsync()
    {
        foreach (var key in new[] { "not-there.mp3", "uploads/not-there.mp3" })
        {
            var message = new JsonObject
            {
                ["callId"] = $"misses-{key}",
                ["audioS3Uri"] = $"s3://{ResourceNames.RecordingsBucket}/{key}",
                ["timestamp"] = "2026-01-02T03:04:05Z",
            }.ToJsonString();
            await stack.Commands.PublishAsync(message, Stop);
            var call = SubmittedCall.Of(CallNotification.Read(message));
            Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        }

        var results = await stack.SubmitAsync("misses-results", "no-results");
        Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(results.ExecutionArn));
    }

    /// <summary>It is asked after, and in the end it is stopped.</summary>
    private async Task HangAsync()
    {
        var call = await stack.SubmitAsync("hangs", "hang");
        await Eventually.TrueAsync(async () => await StepAsync(call) == "WaitForJob", "the job is waited for");
        await GrowOldAsync(call);
        await stack.StopAsync(call.ExecutionArn, "WrongHour", "Stopped for the night.");
        await Eventually.TrueAsync(
            async () => (string?)(await stack.ItemAsync(call))["bedrock_status"] == "FAILED", "the call is settled");
    }

    /// <summary>The starter may not start it, and the sweep does.</summary>
    private async Task NeverStartAsync()
    {
        var call = await stack.SubmitAsync("never-started");
        await Eventually.TrueAsync(() => startsRefused > 0, "the starter was refused");
        await GrowOldAsync(call);
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
    }

    /// <summary>Its results go to S3 in parts, and the first time one of them does not arrive.</summary>
    private async Task GrowAsync()
    {
        var result = new FileInfo(Path.GetTempFileName());
        try
        {
            await File.WriteAllTextAsync(result.FullName, LargeResult(), Stop);
            var call = await stack.SubmitAsync(
                Calls.Submission("grows", Calls.Sample("audio.mp3"), null, recorded: true) with { Result = result });
            await stack.EndOfAsync(call.ExecutionArn);
            await stack.RedriveAsync(call.ExecutionArn);
            Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
        }
        finally
        {
            result.Delete();
        }
    }

    private async Task<string?> StepAsync(SubmittedCall call) =>
        (string?)(await stack.AskAsync("/analytics?limit=100"))["items"]!.AsArray()
            .FirstOrDefault(item => (string?)item!["hash"] == call.Hash)?["step"];

    /// <summary>As if a quarter of an hour had passed; then the sweep comes.</summary>
    private async Task GrowOldAsync(SubmittedCall call)
    {
        using var table = new EmulatorEndpoints(stack.Addresses.Messaging, stack.Addresses.DynamoDb).CreateDynamoDb();
        var item = await stack.ItemAsync(call);
        await table.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = ResourceNames.Table,
                Key = new()
                {
                    [CallAttributes.Hash] = new() { S = call.Hash },
                    [CallAttributes.EpochSeconds] = new() { N = item[CallAttributes.EpochSeconds]!.ToString() },
                },
                UpdateExpression = "SET updated_at = :old",
                ExpressionAttributeValues = new() { [":old"] = new() { S = ItemTime.Of(DateTimeOffset.UnixEpoch) } },
            },
            Stop);
        await SweepAsync();
    }

    private async Task SweepAsync()
    {
        using var http = new HttpClient();
        using var content = new StringContent(Sweep, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(
            new Uri(stack.Addresses.Lambda, $"/2015-03-31/functions/{ResourceNames.SettlementFunction}/invocations"),
            content,
            Stop);
        var said = await answer.Content.ReadAsStringAsync(Stop);
        Assert.False(answer.Headers.Contains("X-Amz-Function-Error"), said);
        answer.EnsureSuccessStatusCode();
    }

    private int? RefuseStart(HttpRequest request, string body)
    {
        var isRefused = body.Contains("\"never-started", StringComparison.Ordinal)
            && request.Headers["X-Amz-Target"].ToString().EndsWith(".StartExecution", StringComparison.Ordinal)
            && request.Headers.Authorization.ToString()
                .Contains(ResourceNames.StarterFunction, StringComparison.Ordinal);
        return isRefused && Interlocked.Increment(ref startsRefused) > 0 ? StatusCodes.Status403Forbidden : null;
    }

    private int? RefusePart(HttpRequest request, string body) =>
        request.Query["partNumber"] == "2" && Interlocked.Exchange(ref partsRefused, 1) == 0
            ? StatusCodes.Status403Forbidden
            : null;

    private static string LargeResult()
    {
        var text = new StringBuilder(
            """{"metadata":{"duration_millis":60000},"audio":{"summary":"A long call."},"audio_segments":[""");
        for (var number = 0; text.Length < LargeBytes; number++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                {{(number == 0 ? "" : ",")}}{"segment_index":{{number}},"start_timestamp_millis":{{number}},
                "end_timestamp_millis":{{number + 1}},"type":"TRANSCRIPT","text":"What was said at {{number}}."}
                """);
        }

        return text.Append("]}").ToString();
    }
}
