using System.Text.Json.Nodes;
using Amazon.S3.Model;
using CallRecording.Local.Commands;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Erasing;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Local;

namespace CallRecording.Tests.Operations.Whole;

/// <summary>Erases calls of a whole system, and looks for what is left.</summary>
public abstract class ErasedCalls(RunningStack stack)
{
    private protected RunningStack Stack { get; } = stack;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected static IEnumerable<string> Addresses(JsonNode? objects) =>
        objects!.AsArray().Select(one => (string)one!["s3Uri"]!);

    private protected async Task<int> CountAsync(SubmittedCall call)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(Stack.Addresses.Web, $"/analytics?callId={call.CallId}"), Stop);
        return (int?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!["count"] ?? 0;
    }

    private protected async Task<IReadOnlyList<string>> ObjectsAsync(string bucket, string prefix)
    {
        using var target = StackTarget.At(Stack.Addresses);
        var answer = await target.S3.ListObjectsV2Async(
            new ListObjectsV2Request { BucketName = bucket, Prefix = prefix }, Stop);
        return [.. (answer.S3Objects ?? []).Select(one => one.Key)];
    }

    private protected async Task<(string Said, JsonObject? Receipt)> EraseAsync(
        SubmittedCall call, Confirmation confirmation, bool withAudio = true)
    {
        using var target = StackTarget.At(Stack.Addresses);
        await using var output = new StringWriter();
        var receipt = await new EraseRun(target, TimeProvider.System, output)
            .RunAsync(call.CallId, withAudio, confirmation, Stop);
        return (output.ToString(), receipt);
    }
}
