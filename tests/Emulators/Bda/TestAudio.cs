using System.Buffers.Binary;
using System.Text;

namespace CallRecording.Tests.Emulators.Bda;

/// <summary>Audio and results that are just enough for the emulator.</summary>
internal static class TestAudio
{
    private const int BytesPerSecond = 16_000;

    public static byte[] Custom { get; } = Encoding.UTF8.GetBytes("""{"inference_result": {"call_summary": "ü"}}""");

    public static byte[] Wav(int seconds)
    {
        var wav = new byte[44 + (seconds * BytesPerSecond)];
        "RIFF"u8.CopyTo(wav);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(wav.AsSpan(28), BytesPerSecond);
        "data"u8.CopyTo(wav.AsSpan(36));
        return wav;
    }

    // The odd spacing must come through: the emulator replays bytes.
    public static byte[] Standard(int seconds) => Encoding.UTF8.GetBytes(
        $$"""{"metadata":  {"duration_millis": {{seconds}}000}, "audio": {"summary": "Zoë & <b>"} }""");
}
