namespace CallRecording.Emulators.Bda.Requests;

/// <summary>Tells an audio file by its first bytes, whatever its name says.</summary>
internal static class AudioSignature
{
    /// <summary>So many first bytes tell the format and hold a plain WAV header.</summary>
    public const int HeadBytes = 4096;

    /// <summary>AMR, FLAC, M4A, MP3, Ogg and WAV are what the service takes.</summary>
    public static bool IsSupported(ReadOnlySpan<byte> head) =>
        IsWav(head)
        || head.StartsWith("ID3"u8)
        || IsMpegFrame(head)
        || head.StartsWith("fLaC"u8)
        || head.StartsWith("OggS"u8)
        || head.StartsWith("#!AMR"u8)
        || IsM4A(head);

    public static bool IsWav(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WAVE"u8);

    // Eleven bits of sync, a version that is not the reserved one, layer III (which no UTF-16 text and no AAC has).
    private static bool IsMpegFrame(ReadOnlySpan<byte> head) =>
        head.Length >= 2
        && head[0] == 0xFF
        && (head[1] & 0xE0) == 0xE0
        && (head[1] & 0x18) != 0x08
        && (head[1] & 0x06) == 0x02;

    private static bool IsM4A(ReadOnlySpan<byte> head) =>
        head.Length >= 12
        && head[4..].StartsWith("ftyp"u8)
        && (head[8..].StartsWith("M4A"u8) || head[8..].StartsWith("mp4"u8) || head[8..].StartsWith("isom"u8));
}
