using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.S3;

namespace CallRecording.Local.Bda;

/// <summary>What lies beside an audio file in S3 and tells the emulator how its jobs end: the recorded results, and a
/// fault to order. Objects, so that they outlive every process and can be looked at.</summary>
/// <param name="known">What counts where nothing lies beside an audio.</param>
internal sealed class Sidecars(IAmazonS3 s3, KnownAudio known)
{
    public static S3Location Standard(S3Location audio) => audio with { Key = audio.Key + ".bda/standard_output.json" };

    public static S3Location Custom(S3Location audio) => audio with { Key = audio.Key + ".bda/custom_output.json" };

    public static S3Location Fault(S3Location audio) => audio with { Key = audio.Key + ".bda/fault" };

    /// <exception cref="FormatException">The text there is not a fault.</exception>
    public async Task<OrderedFault?> FindFaultAsync(string audioUri, CancellationToken cancellationToken)
    {
        var location = Fault(S3Location.Parse(audioUri));
        if (await s3.FindAsync(location, cancellationToken) is not { } found)
        {
            return null;
        }

        try
        {
            var fault = Local.Bda.Fault.Parse(Encoding.UTF8.GetString(found.Bytes));
            return new OrderedFault(fault, $"{fault} {found.LastModified:O}");
        }
        catch (FormatException mistake)
        {
            throw new FormatException($"{location}: {mistake.Message}");
        }
    }

    public Task RemoveFaultAsync(string audioUri, CancellationToken cancellationToken)
    {
        var location = Fault(S3Location.Parse(audioUri));
        return s3.DeleteObjectAsync(location.Bucket, location.Key, cancellationToken);
    }

    /// <returns>Null when no length is recorded for this audio.</returns>
    public async Task<TimeSpan?> FindLengthAsync(string audioUri, CancellationToken cancellationToken)
    {
        var found = await s3.FindAsync(Standard(S3Location.Parse(audioUri)), cancellationToken);
        return found is not null && TryParse(found.Bytes) is { } standard ? JobTimes.LengthIn(standard) : null;
    }

    /// <exception cref="ResultsNotRecordedException">There is nothing to replay.</exception>
    public async Task<RecordedResults> ReadResultsAsync(string audioUri, CancellationToken cancellationToken)
    {
        var audio = S3Location.Parse(audioUri);
        if (await s3.FindAsync(Standard(audio), cancellationToken) is not { } standard)
        {
            return await known.FindAsync(audio, cancellationToken)
                ?? throw new ResultsNotRecordedException(
                    $"No recorded result for {audioUri}: this emulator replays results, it does not transcribe. "
                    + "Submit the audio with --result STANDARD.json [--custom CUSTOM.json].");
        }

        var custom = await s3.FindAsync(Custom(audio), cancellationToken);
        Check(standard.Bytes, Standard(audio));
        if (custom is not null)
        {
            Check(custom.Bytes, Custom(audio));
        }

        return new RecordedResults(standard.Bytes, custom?.Bytes);
    }

    private static void Check(byte[] bytes, S3Location location)
    {
        if (TryParse(bytes) is null)
        {
            throw new ResultsNotRecordedException($"{location} is not a JSON object, so it cannot be replayed.");
        }
    }

    private static JsonObject? TryParse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
