using System.Buffers.Binary;

namespace CallRecording.Tests.Local.Samples;

/// <summary>How long a file's audio really is: by an Ogg's last page, by an MP3's frames (8 kHz, as here).</summary>
internal static class AudioLength
{
    private const int SampleRate = 8_000;
    private const int SamplesPerFrame = 576;

    private static readonly int[] KilobitsPerSecond = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    public static long Millis(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return (bytes.AsSpan().StartsWith("OggS"u8) ? OggSamples(bytes) : Mp3Samples(bytes)) * 1000 / SampleRate;
    }

    // A page says at offset 6 how many samples were complete at its end.
    private static long OggSamples(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadInt64LittleEndian(bytes[(bytes.LastIndexOf("OggS"u8) + 6)..]);

    private static long Mp3Samples(ReadOnlySpan<byte> bytes)
    {
        var (samples, position) = (0L, 0);
        while (position + 4 <= bytes.Length)
        {
            Assert.Equal(0xFFE2, BinaryPrimitives.ReadUInt16BigEndian(bytes[position..]) & 0xFFFE);
            var kilobits = KilobitsPerSecond[bytes[position + 2] >> 4];
            var padding = (bytes[position + 2] >> 1) & 1;
            position += (SamplesPerFrame / 8 * kilobits * 1000 / SampleRate) + padding;
            samples += SamplesPerFrame;
        }

        return samples;
    }
}
