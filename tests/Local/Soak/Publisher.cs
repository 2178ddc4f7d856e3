using System.Collections.Concurrent;
using Amazon.Runtime;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Bda.Recorded;
using CallRecording.Local.Commands;
using CallRecording.Tests.Emulators.Bda;

namespace CallRecording.Tests.Local.Soak;

/// <summary>Puts recordings to S3 and publishes them, until it worked: a publisher that does not give up when it has no
/// answer is where duplicates come from.</summary>
internal sealed class Publisher(RunningSystem running) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<int, Lazy<Task>> uploads = new();
    private readonly FileInfo audio = WriteAudio();
    private readonly ConcurrentDictionary<string, int> tries = new(StringComparer.Ordinal);

    /// <summary>How often each message was sent, those times included of which it is unknown whether it
    /// arrived.</summary>
    public IReadOnlyDictionary<string, int> Tries => tries;

    public async Task PublishAsync(PlannedCall call, bool again)
    {
        await uploads.GetOrAdd(call.Number, _ => new(() => UploadAsync(call))).Value;
        await PublishAsync(call.Message(again));
    }

    public Task PublishAsync(string body) => PatientlyAsync(() =>
    {
        tries.AddOrUpdate(body, 1, (_, count) => count + 1);
        return running.PublishAsync(body, TestContext.Current.CancellationToken);
    });

    /// <summary>What the message spoke of is there after all.</summary>
    public Task UploadAudioAsync(PlannedCall call) =>
        PatientlyAsync(() => running.UploadAsync(call.Audio, audio, TestContext.Current.CancellationToken));

    public void Dispose() => audio.Delete();

    private async Task UploadAsync(PlannedCall call)
    {
        await UploadAsync(Sidecars.Standard(call.Audio), call.StandardResult);
        await UploadAsync(Sidecars.Custom(call.Audio), call.CustomResult);
        if (call.Fault.IsOrderedOfTheEmulator)
        {
            await UploadAsync(Sidecars.Fault(call.Audio), call.Fault.Name);
        }

        if (call.Fault != PlannedFault.NoAudio)
        {
            await UploadAudioAsync(call);
        }
    }

    private Task UploadAsync(ObjectLocation target, string text) =>
        PatientlyAsync(() => running.UploadAsync(target, text, TestContext.Current.CancellationToken));

    private static async Task PatientlyAsync(Func<Task> act)
    {
        using var pauses = new PeriodicTimer(Pause);
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (Exception away) when (
                away is HttpRequestException or AmazonServiceException or AmazonClientException or IOException)
            {
                await pauses.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
        }
    }

    private static FileInfo WriteAudio()
    {
        var file = new FileInfo(Path.GetTempFileName());
        File.WriteAllBytes(file.FullName, TestAudio.Wav(1));
        return file;
    }
}
