using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CallRecording.Emulators.Bda.Objects;
using CallRecording.Emulators.Bda.Recorded;
using CallRecording.Local.Resources;
using CallRecording.Local.Samples;
using CallRecording.Operations;
using CallRecording.Tasks;
using CallRecording.Workflow;
using CallRecording.Workflow.Identity;

namespace CallRecording.Local.Commands;

/// <summary>One recording to be submitted, once or many times.</summary>
/// <param name="CallId">Null: made from the file's name and the time.</param>
/// <param name="Result">BDA's standard output to replay; null: the call ends in a ClientError that says what to
/// do.</param>
internal sealed record Submission(
    FileInfo Audio,
    string? CallId,
    DateTimeOffset? Timestamp,
    FileInfo? Result,
    FileInfo? Custom,
    string? Fault,
    int Count,
    JsonObject? Metadata = null)
{
    public static Submission Of(SampleCall sample) => new(
        new FileInfo(sample.AudioPath),
        sample.CallId,
        sample.Timestamp,
        new FileInfo(sample.StandardPath),
        sample.CustomPath is null ? null : new FileInfo(sample.CustomPath),
        Fault: null,
        Count: 1,
        sample.Metadata);

    /// <summary>Everything that can be wrong is said before anything is uploaded.</summary>
    public async Task<Submission> CheckAsync(CancellationToken cancellationToken)
    {
        if (!Audio.Exists)
        {
            throw new CommandException($"there is no file {Audio.FullName}");
        }

        if (Custom is not null && Result is null)
        {
            throw new CommandException("--custom without --result: a custom output comes beside a standard one");
        }

        await CheckJsonAsync("--result", Result, cancellationToken);
        await CheckJsonAsync("--custom", Custom, cancellationToken);
        CheckFault();
        return this;
    }

    public async IAsyncEnumerable<SubmittedCall> SendAsync(
        RunningSystem running, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var moment = Timestamp ?? time.GetUtcNow();
        var stem = CallId ?? string.Create(
            CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(Audio.Name)}-{moment:yyyyMMdd-HHmmss}");
        for (var number = 1; number <= Count; number++)
        {
            var callId = Count == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number:D5}");
            var key = string.Create(
                CultureInfo.InvariantCulture, $"{moment:yyyy/MM/dd}/{CallKey.Of(callId)}{Audio.Extension}");
            var audio = new ObjectLocation(ResourceNames.RecordingsBucket, key);
            await UploadAsync(running, audio, cancellationToken);
            var message = Message(callId, audio, moment);
            await running.PublishAsync(message, cancellationToken);
            yield return SubmittedCall.Of(CallNotification.Read(message));
        }
    }

    // The audio last: a reader that finds the recording in the bucket also finds its other files.
    private async Task UploadAsync(RunningSystem running, ObjectLocation audio, CancellationToken cancellationToken)
    {
        if (Result is not null)
        {
            await running.UploadAsync(Sidecars.Standard(audio), Result, cancellationToken);
        }

        if (Custom is not null)
        {
            await running.UploadAsync(Sidecars.Custom(audio), Custom, cancellationToken);
        }

        if (Fault is not null)
        {
            await running.UploadAsync(Sidecars.Fault(audio), Fault, cancellationToken);
        }

        await running.UploadAsync(audio, Audio, cancellationToken);
    }

    private string Message(string callId, ObjectLocation audio, DateTimeOffset moment)
    {
        var message = new JsonObject
        {
            ["callId"] = callId,
            ["audioS3Uri"] = audio.ToString(),
            ["timestamp"] = CallTimestamp.Format(moment),
        };
        if (Metadata is not null)
        {
            message["metadata"] = Metadata.DeepClone();
        }

        return message.ToJsonString();
    }

    private void CheckFault()
    {
        try
        {
            _ = Fault is null ? null : Emulators.Bda.Faults.Fault.Parse(Fault);
        }
        catch (FormatException problem)
        {
            throw new CommandException($"--fault: {problem.Message}", problem);
        }
    }

    private static async Task CheckJsonAsync(string option, FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return;
        }

        if (!file.Exists)
        {
            throw new CommandException($"{option}: there is no file {file.FullName}");
        }

        if (file.Length > PersistResults.MaxResultBytes)
        {
            throw new CommandException(string.Create(
                CultureInfo.InvariantCulture,
                $"{option}: {file.FullName} has {file.Length} bytes, "
                + $"expected at most {PersistResults.MaxResultBytes} (MAX_RESULT_BYTES)"));
        }

        await using var content = file.OpenRead();
        if (!(await RecordedJson.ReadAsync(content, cancellationToken)).IsObject)
        {
            throw new CommandException($"{option}: {file.FullName} is not a JSON object");
        }
    }
}
