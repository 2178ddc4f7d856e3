using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CallRecording.Local;
using CallRecording.Local.Commands;

namespace CallRecording.Tests.Local.Whole;

[Trait("Speed", "Slow")]
public sealed class WhenTheWholeSystemIsKilled
{
    private const int Calls = 20;
    private const int InFlight = 8;
    private const int Speed = 200;

    [Fact]
    public async Task Starting_it_again_finishes_every_call_and_none_twice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var data = Directory.CreateTempSubdirectory("call-recording-killed-").FullName;
        IReadOnlyList<SubmittedCall> calls;
        using (var first = RunProcess.Start(data, Speed))
        {
            using var running = RunningSystem.At(first.Addresses);
            calls = await Whole.Calls.SendAsync("killed", Calls, running, cancellation);
            var begun = 0;
            first.ReadUntil(line => line.EndsWith("-> WaitForJob", StringComparison.Ordinal) && ++begun == InFlight);
            first.Kill();
        }

        using var second = RunProcess.Start(data, Speed);
        await foreach (var status in StatusesAsync(second.Addresses, calls))
        {
            Assert.Equal("SUCCESS", status);
        }

        var jobs = await AskAsync(new Uri(second.Addresses.Bda, "/emulator/jobs"));
        var inputs = jobs["jobs"]!.AsArray().Select(job => (string?)job!["s3Uri"]).ToList();
        Assert.Equal(Calls, (int?)jobs["count"]);
        Assert.Equal(Calls, inputs.Distinct(StringComparer.Ordinal).Count());
        var list = await AskAsync(new Uri(second.Addresses.Web, "/analytics?limit=100"));
        Assert.Equal(Calls, (int?)list["count"]);
        Directory.Delete(data, recursive: true);
    }

    private static async IAsyncEnumerable<string?> StatusesAsync(LocalAddresses addresses, IReadOnlyList<SubmittedCall> calls)
    {
        foreach (var call in calls)
        {
            JsonNode? status = null;
            await Emulators.Eventually.TrueAsync(
                async () =>
                {
                    var answer = await AskAsync(new Uri(addresses.Web, $"/analytics?callId={call.CallId}"));
                    status = answer["items"]?[0]?["bedrock_status"];
                    return (string?)status is "SUCCESS" or "FAILED";
                },
                $"{call.CallId} has ended");
            yield return (string?)status;
        }
    }

    private static async Task<JsonObject> AskAsync(Uri uri)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(uri, TestContext.Current.CancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken) ?? [];
    }
}
