using Amazon.Runtime;
using CallRecording.Local.Commands;
using CallRecording.Local.Data;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Emulators.Node;
using CallRecording.Tests.Local.Soak;

namespace CallRecording.Tests.Local.Whole;

/// <summary>9 MB of disk, and more calls than fit there.</summary>
[Trait("Speed", "Slow")]
public sealed class WhenTheDiskIsFull
{
    private const int MaxCalls = 200;
    private const int Speed = 600;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_line_names_the_directory_and_what_was_acknowledged_is_processed_once_there_is_space()
    {
        using var disk = SmallDisk.TryMount(9);
        Assert.SkipWhen(disk is null, "Only root can mount a small file system here.");
        var port = FreePorts.Six();
        List<SubmittedCall> accepted;
        using (var run = await RunProcess.StartAsync(port, disk.Path, Speed))
        {
            accepted = await SubmitUntilRefusedAsync(port);
            await Eventually.TrueAsync(
                () => run.Last.Contains(DiskSpace.Line(disk.Path), StringComparison.Ordinal), "the full disk is said");
            Assert.DoesNotContain("   at ", run.Last, StringComparison.Ordinal);
        }

        disk.Grow(200);
        using var again = await RunProcess.StartAsync(port, disk.Path, Speed);

        Assert.NotEmpty(accepted);
        using var http = new HttpClient();
        foreach (var call in accepted)
        {
            await Eventually.TrueAsync(
                () => HasSucceededAsync(http, port, call),
                $"{call.CallId} succeeds; the last lines were\n{again.Last}");
        }
    }

    // Its message may still be in the queue: then the API does not know it yet.
    private static async Task<bool> HasSucceededAsync(HttpClient http, int port, SubmittedCall call)
    {
        using var answer = await http.GetAsync(
            new Uri(LocalAddresses.At(port).Web, $"/analytics?callId={call.CallId}"), Cancelled);
        var body = await answer.Content.ReadAsStringAsync(Cancelled);
        return body.Contains("\"bedrock_status\":\"SUCCESS\"", StringComparison.Ordinal);
    }

    private static async Task<List<SubmittedCall>> SubmitUntilRefusedAsync(int port)
    {
        using var running = RunningSystem.At(port);
        var submission =
            Calls.Submission("full", Calls.Sample("audio.mp3"), fault: null, recorded: true) with { Count = MaxCalls };
        var accepted = new List<SubmittedCall>();
        try
        {
            await foreach (var call in submission.SendAsync(running, TimeProvider.System, Cancelled))
            {
                accepted.Add(call);
            }
        }
        catch (Exception problem) when (problem is AmazonServiceException
            or AmazonClientException or HttpRequestException)
        {
            return accepted;
        }

        Assert.Fail($"{MaxCalls} calls were accepted on 9 MB.");
        return accepted;
    }
}
