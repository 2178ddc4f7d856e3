using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Tests.Emulators.Bda;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Tests.Local;

/// <summary>Calls of the shipped samples, submitted and asked for as a person would.</summary>
internal static class Calls
{
    /// <summary>At the stack's speed half a second of waiting, and far less for the job.</summary>
    private const int LongSeconds = 900;

    private static readonly HttpClient Http = new();
    private static readonly DateTimeOffset Recorded = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <param name="name">The call id: another one for every situation, so that they share a stack.</param>
    public static async Task<SubmittedCall> SubmitAsync(
        this RunningStack stack, string name, string? fault = null, bool recorded = true)
    {
        var calls = await stack.SubmitManyAsync(name, 1, fault, recorded);
        return calls.Single();
    }

    /// <summary>A call that has succeeded.</summary>
    public static async Task<SubmittedCall> ProcessAsync(this RunningStack stack, string name)
    {
        var call = await stack.SubmitAsync(name);
        Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn));
        return call;
    }

    /// <summary>A call whose audio is far longer than its job takes: the first poll finds the job done.</summary>
    public static Task<SubmittedCall> SubmitLongAsync(this RunningStack stack, string name) =>
        stack.SubmitAudioAsync(name, LongSeconds, recorded: true);

    /// <summary>A call whose result is not known: neither is it submitted, nor is the audio a sample's.</summary>
    public static Task<SubmittedCall> SubmitUnknownAsync(this RunningStack stack, string name) =>
        stack.SubmitAudioAsync(name, seconds: 2, recorded: false);

    public static async Task<SubmittedCall> SubmitAsync(this RunningStack stack, Submission submission) =>
        await (await submission.CheckAsync(TestContext.Current.CancellationToken))
            .SendAsync(stack.Commands, TimeProvider.System, TestContext.Current.CancellationToken)
            .SingleAsync(TestContext.Current.CancellationToken);

    public static async Task<IReadOnlyList<SubmittedCall>> SubmitManyAsync(
        this RunningStack stack, string name, int count, string? fault = null, bool recorded = true)
    {
        var submission = Submission(name, Sample("audio.mp3"), fault, recorded) with { Count = count };
        return await (await submission.CheckAsync(TestContext.Current.CancellationToken))
            .SendAsync(stack.Commands, TimeProvider.System, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The notification of that call, as it was published.</summary>
    public static string Message(this SubmittedCall call) => new JsonObject
    {
        ["callId"] = call.CallId,
        ["audioS3Uri"] = call.Audio.ToString(),
        ["timestamp"] = CallTimestamp.Format(Recorded),
    }.ToJsonString();

    private static async Task<SubmittedCall> SubmitAudioAsync(
        this RunningStack stack, string name, int seconds, bool recorded)
    {
        var audio = new FileInfo(Path.Combine(Path.GetTempPath(), $"{name}-{Environment.ProcessId}.wav"));
        try
        {
            await File.WriteAllBytesAsync(
                audio.FullName, TestAudio.Wav(seconds), TestContext.Current.CancellationToken);
            return await stack.SubmitAsync(Submission(name, audio, fault: null, recorded));
        }
        finally
        {
            audio.Delete();
        }
    }

    public static Submission Submission(string name, FileInfo audio, string? fault, bool recorded) => new(
        audio,
        name,
        Recorded,
        recorded ? Sample("standard_output.json") : null,
        recorded ? Sample("custom_output.json") : null,
        fault,
        Count: 1);

    public static FileInfo Sample(string file) => new(ProjectFiles.At("local", "Samples", "disputed-bill", file));

    /// <summary>The newest item of that call id, through the API.</summary>
    public static async Task<JsonObject> ItemAsync(this RunningStack stack, SubmittedCall call)
    {
        var answer = await stack.AskAsync($"/analytics?callId={Uri.EscapeDataString(call.CallId)}");
        return answer["items"]![0]!.AsObject();
    }

    public static async Task<JsonObject> AskAsync(this RunningStack stack, string path) =>
        await Http.GetFromJsonAsync<JsonObject>(
            new Uri(stack.Addresses.Web, path), TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException($"{path} answered null.");

    /// <summary>The jobs that were ever submitted for that audio.</summary>
    public static async Task<IReadOnlyList<JsonNode>> JobsAsync(this RunningStack stack, S3Uri audio)
    {
        var uri = new Uri(stack.Addresses.Bda, $"/emulator/jobs?s3Uri={Uri.EscapeDataString(audio.ToString())}");
        var answer = await Http.GetFromJsonAsync<JsonObject>(uri, TestContext.Current.CancellationToken);
        return [.. answer!["jobs"]!.AsArray().OfType<JsonNode>()];
    }

    public static Task MendAsync(this RunningStack stack, SubmittedCall call) =>
        stack.Commands.MendAsync(call.Audio, TestContext.Current.CancellationToken);
}
