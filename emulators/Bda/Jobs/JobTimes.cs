using System.Buffers.Binary;
using CallRecording.Emulators.Bda.Requests;

namespace CallRecording.Emulators.Bda.Jobs;

/// <summary>How long the service takes over an audio file. A 141 s call was measured at about 90 s, all in.</summary>
internal static class JobTimes
{
    private const double ShareOfAudio = 0.64;

    /// <summary>64 kbit/s, what compressed telephone calls come to; only the length of a WAV can be read off.</summary>
    private const double CompressedBytesPerSecond = 8_000;

    /// <summary>Starting up: even the shortest job takes this long.</summary>
    private static readonly TimeSpan MinTime = TimeSpan.FromSeconds(10);

    /// <summary>The service's own limit for audio: a wild number in a recorded result counts for no more.</summary>
    private static readonly TimeSpan MaxAudio = TimeSpan.FromMinutes(240);

    public static TimeSpan For(TimeSpan audio, double speed)
    {
        var share = ShareOfAudio * (audio < MaxAudio ? audio : MaxAudio);
        return (share > MinTime ? share : MinTime) / speed;
    }

    /// <summary>What a recorded result says about its audio; null where that makes no sense.</summary>
    public static TimeSpan? LengthOf(double millis) =>
        millis is >= 0 and < int.MaxValue ? TimeSpan.FromMilliseconds(millis) : null;

    public static TimeSpan EstimateLength(ReadOnlySpan<byte> head, long sizeBytes) =>
        TimeSpan.FromSeconds(sizeBytes / BytesPerSecond(head));

    // In a plain WAV the format chunk comes first and holds the bytes per second at offset 28.
    private static double BytesPerSecond(ReadOnlySpan<byte> head)
    {
        if (!AudioSignature.IsWav(head) || head.Length < 32 || !head[12..].StartsWith("fmt "u8))
        {
            return CompressedBytesPerSecond;
        }

        var rate = BinaryPrimitives.ReadUInt32LittleEndian(head[28..]);
        return rate == 0 ? CompressedBytesPerSecond : rate;
    }
}
