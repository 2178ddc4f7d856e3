using System.Buffers.Binary;

namespace CallRecording.Local.Data;

/// <summary>The log beside a SQLite file, as a killed process leaves it:
/// https://www.sqlite.org/fileformat2.html#walformat. SQLite takes the frames up to the first that does not add up, and
/// says nothing of those behind it.</summary>
internal static class WriteAheadLog
{
    private const int HeaderBytes = 32;
    private const int FrameHeaderBytes = 24;
    private const uint Magic = 0x377f0682;

    /// <returns>What is wrong with it; null for a log that SQLite reads to its end, and for none.</returns>
    public static string? Problem(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length is 0)
        {
            return null;
        }

        using var log = File.OpenRead(path);
        var header = new byte[HeaderBytes];
        if (log.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return $"there are {log.Length} bytes, expected a header of {HeaderBytes}";
        }

        var sums = new Checksum(isBigEndian: (Word(header, 0) & 1) == 1);
        sums.Add(header.AsSpan(0, 24));
        return (Word(header, 0) & ~1u) != Magic || !sums.Are(header.AsSpan(24, 8))
            ? "the header has another checksum"
            : FrameProblem(log, header, sums);
    }

    // A frame of this log behind one that does not add up was written after it: that one was whole once.
    private static string? FrameProblem(FileStream log, byte[] header, Checksum sums)
    {
        var frame = new byte[FrameHeaderBytes + Word(header, 8)];
        long? broken = null;
        for (var number = 1L; log.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length; number++)
        {
            if (!frame.AsSpan(8, 8).SequenceEqual(header.AsSpan(16, 8)))
            {
                // Left of an earlier round.
                continue;
            }

            if (broken is not null)
            {
                return $"frame {broken} has another checksum";
            }

            sums.Add(frame.AsSpan(0, 8));
            sums.Add(frame.AsSpan(FrameHeaderBytes));
            broken = sums.Are(frame.AsSpan(16, 8)) ? null : number;
        }

        return null;
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private sealed class Checksum(bool isBigEndian)
    {
        private uint first;
        private uint second;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            for (var at = 0; at < bytes.Length; at += 8)
            {
                first += Native(bytes[at..]) + second;
                second += Native(bytes[(at + 4)..]) + first;
            }
        }

        public bool Are(ReadOnlySpan<byte> bytes) => Word(bytes, 0) == first && Word(bytes, 4) == second;

        private uint Native(ReadOnlySpan<byte> bytes) => isBigEndian
            ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
