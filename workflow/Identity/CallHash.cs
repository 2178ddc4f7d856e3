using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CallRecording.Workflow.Identity;

/// <summary>The item's hash key: lower-case hex MD5 of the callId's UTF-8 bytes.</summary>
public static class CallHash
{
    [SuppressMessage("Security", "CA5351", Justification = "A key that callers compute too, not a protection.")]
    public static string Of(string callId) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(callId)));
}
