using System.Security.Cryptography;
using Amazon.S3;
using CallRecording.Emulators.Bda.Objects;

namespace CallRecording.Emulators.Bda.Recorded;

/// <summary>Recordings whose results are known by their content, wherever and under whatever name they
/// lie.</summary>
internal sealed class KnownAudio(IAmazonS3 s3, IReadOnlyList<KnownRecording> recordings)
{
    private readonly Lazy<Dictionary<string, KnownRecording>> byDigest = new(
        () => recordings.ToDictionary(recording => Digest(File.ReadAllBytes(recording.AudioPath))));

    /// <returns>Null when the audio is unknown.</returns>
    public async Task<RecordedResults?> FindAsync(ObjectLocation audio, CancellationToken cancellationToken)
    {
        // Reads one byte of a recording that may be unknown and may have gigabytes.
        if (await s3.FindAsync(audio, cancellationToken, headBytes: 1) is not { } head
            || !recordings.Any(recording => new FileInfo(recording.AudioPath).Length == head.SizeBytes)
            || await s3.FindAsync(audio, cancellationToken) is not { } whole
            || !byDigest.Value.TryGetValue(Digest(whole.Bytes), out var known))
        {
            return null;
        }

        return new RecordedResults(
            new RecordedFile.OnDisk(known.StandardPath),
            known.CustomPath is { } custom ? new RecordedFile.OnDisk(custom) : null);
    }

    private static string Digest(byte[] audio) => Convert.ToHexStringLower(SHA256.HashData(audio));
}
