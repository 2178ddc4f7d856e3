using System.Security.Cryptography;
using Amazon.S3;
using CallRecording.Local.Samples;

namespace CallRecording.Local.Bda;

/// <summary>Recordings whose results are known by their content, wherever and under whatever name they lie: the shipped
/// samples.</summary>
internal sealed class KnownAudio(IAmazonS3 s3, IReadOnlyList<SampleCall> samples)
{
    private readonly Lazy<Dictionary<string, SampleCall>> byDigest = new(
        () => samples.ToDictionary(sample => Digest(File.ReadAllBytes(sample.AudioPath))));

    /// <returns>Null when nobody knows this audio.</returns>
    public async Task<RecordedResults?> FindAsync(S3Location audio, CancellationToken cancellationToken)
    {
        // Of a recording that is no sample the first byte is read, and never its gigabytes.
        if (await s3.FindAsync(audio, cancellationToken, headBytes: 1) is not { } head
            || !samples.Any(sample => new FileInfo(sample.AudioPath).Length == head.SizeBytes)
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
