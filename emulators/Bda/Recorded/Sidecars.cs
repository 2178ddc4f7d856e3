using System.Text;
using Amazon.S3;
using CallRecording.Emulators.Bda.Faults;
using CallRecording.Emulators.Bda.Objects;

namespace CallRecording.Emulators.Bda.Recorded;

/// <summary>What lies beside an audio file in S3 and tells the emulator how its jobs end: the recorded results, and a
/// fault to order. Objects, so that they outlive every process and can be looked at.</summary>
/// <param name="known">What counts where nothing lies beside an audio.</param>
internal sealed class Sidecars(IAmazonS3 s3, KnownAudio known)
{
    public static ObjectLocation Standard(ObjectLocation audio) => Beside(audio, "standard_output.json");

    public static ObjectLocation Custom(ObjectLocation audio) => Beside(audio, "custom_output.json");

    public static ObjectLocation Fault(ObjectLocation audio) => Beside(audio, "fault");

    /// <summary>All that may lie there.</summary>
    public static IReadOnlyList<ObjectLocation> All(ObjectLocation audio) =>
        [Standard(audio), Custom(audio), Fault(audio)];

    /// <exception cref="FormatException">The text there is not a fault.</exception>
    public async Task<OrderedFault?> FindFaultAsync(string audioUri, CancellationToken cancellationToken)
    {
        var location = Fault(ObjectLocation.Parse(audioUri));
        if (await s3.FindAsync(location, cancellationToken) is not { } found)
        {
            return null;
        }

        try
        {
            var fault = Faults.Fault.Parse(Encoding.UTF8.GetString(found.Bytes));
            return new OrderedFault(fault, $"{fault} {found.LastModified:O}");
        }
        catch (FormatException mistake)
        {
            throw new FormatException($"{location}: {mistake.Message}");
        }
    }

    public Task RemoveFaultAsync(string audioUri, CancellationToken cancellationToken)
    {
        var location = Fault(ObjectLocation.Parse(audioUri));
        return s3.DeleteObjectAsync(location.Bucket, location.Key, cancellationToken);
    }

    /// <returns>Null when no length is recorded for this audio.</returns>
    public async Task<TimeSpan?> FindLengthAsync(string audioUri, CancellationToken cancellationToken) =>
        await FindAsync(Standard(ObjectLocation.Parse(audioUri)), cancellationToken) is { } standard
            ? (await ReadAsync(standard, cancellationToken)).Length
            : null;

    /// <exception cref="ResultsNotRecordedException">There is nothing to replay.</exception>
    public async Task<RecordedResults> ReadResultsAsync(string audioUri, CancellationToken cancellationToken)
    {
        var audio = ObjectLocation.Parse(audioUri);
        if (await FindAsync(Standard(audio), cancellationToken) is not { } standard)
        {
            return await known.FindAsync(audio, cancellationToken)
                ?? throw new ResultsNotRecordedException(
                    $"No recorded result for {audioUri}: this emulator replays results, it does not transcribe. "
                    + "Submit the audio with --result STANDARD.json [--custom CUSTOM.json].");
        }

        var custom = await FindAsync(Custom(audio), cancellationToken);
        await CheckAsync(standard, cancellationToken);
        if (custom is not null)
        {
            await CheckAsync(custom, cancellationToken);
        }

        return new RecordedResults(standard, custom);
    }

    private static ObjectLocation Beside(ObjectLocation audio, string name) =>
        audio with { Key = $"{audio.Key}.bda/{name}" };

    private async Task<RecordedFile.InS3?> FindAsync(ObjectLocation location, CancellationToken cancellationToken) =>
        await s3.FindSizeAsync(location, cancellationToken) is { } bytes ? new(location, bytes) : null;

    private async Task CheckAsync(RecordedFile.InS3 file, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(file, cancellationToken)).IsObject)
        {
            throw new ResultsNotRecordedException($"{file.Location} is not a JSON object, so it cannot be replayed.");
        }
    }

    private async Task<(bool IsObject, TimeSpan? Length)> ReadAsync(
        RecordedFile file, CancellationToken cancellationToken)
    {
        await using var content = await file.OpenAsync(s3, cancellationToken);
        return await RecordedJson.ReadAsync(content, cancellationToken);
    }
}
