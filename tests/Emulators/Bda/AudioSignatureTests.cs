using System.Text;
using CallRecording.Emulators.Bda.Requests;

namespace CallRecording.Tests.Emulators.Bda;

public sealed class AudioSignatureTests
{
    [Theory]
    [InlineData("RIFF\0\0\0\0WAVE")]
    [InlineData("ID3\u0003")]
    [InlineData("\u00ff\u00fb\u0090")]
    [InlineData("\u00ff\u00e3\u0038")]
    [InlineData("fLaC")]
    [InlineData("OggS")]
    [InlineData("#!AMR\n")]
    [InlineData("\0\0\0 ftypM4A ")]
    public void Audio_is_known_by_its_first_bytes(string head) =>
        Assert.True(AudioSignature.IsSupported(Encoding.Latin1.GetBytes(head)));

    [Theory]
    [InlineData("")]
    [InlineData("R")]
    [InlineData("RIFF\0\0\0\0AVI ")]
    [InlineData("\u001aE\u00df\u00a3 WebM")]
    [InlineData("\u00ff\u00f1 AAC")]
    [InlineData("\u00ff\u00feU\0T\0F\0")]
    [InlineData("{\"a\": 1}")]
    public void Other_files_are_not(string head) =>
        Assert.False(AudioSignature.IsSupported(Encoding.Latin1.GetBytes(head)));
}
