using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CallRecording.Emulators.StepFunctions.Running.Tasks;

/// <summary>Lambda's request id of an invocation, chosen before it is made: an engine that was killed makes it again
/// with the same one, as Lambda itself repeats an invocation.</summary>
internal static class RequestIds
{
    private const int VersionByte = 6;
    private const int VariantByte = 8;

    /// <param name="startedEventId">The event TaskStarted: each attempt, visit and redrive has its own.</param>
    public static string Of(string executionArn, long startedEventId)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{executionArn}\n{startedEventId}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        // Version 8, a UUID of one's own making, and the variant of RFC 9562.
        bytes[VersionByte] = (byte)((bytes[VersionByte] & 0x0F) | 0x80);
        bytes[VariantByte] = (byte)((bytes[VariantByte] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
