using System.Security.Cryptography;
using System.Text;

namespace CallRecording.Workflow.Identity;

internal static class Sha256Hex
{
    /// <summary>Enough of a hash for a name: 64 bits.</summary>
    public const int ShortLength = 16;

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static string Short(string text) => Of(text)[..ShortLength];
}
