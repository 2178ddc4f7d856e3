using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Workflow;

namespace CallRecording.Tasks.Uploads;

/// <summary>The announced upload, signed: a client that completes it cannot change it, and the server keeps no
/// state in between.</summary>
internal sealed class UploadToken(byte[] key, TimeProvider time)
{
    /// <summary>Longer than the address works, so that a file on its way may arrive.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Other tokens are signed with the same key.</summary>
    private const string Purpose = "upload";

    public string Of(AnnouncedUpload upload)
    {
        var payload = new JsonObject
        {
            ["expires"] = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds(),
            ["size"] = upload.SizeBytes,
            ["notification"] = JsonNode.Parse(upload.Notification.CanonicalJson()),
        };
        var bytes = Encoding.UTF8.GetBytes(ApiResponse.Text(payload));
        return $"{Base64Url.EncodeToString(bytes)}.{Base64Url.EncodeToString(Signature(bytes))}";
    }

    /// <exception cref="ApiProblemException">It is not one of ours, or too old.</exception>
    public (CallNotification Notification, long SizeBytes) Read(string token)
    {
        if (Verified(token) is not { } bytes)
        {
            throw new ApiProblemException(400, "upload is not one that this API gave; announce the file again.");
        }

        using var payload = JsonDocument.Parse(bytes);
        var expires = payload.RootElement.GetProperty("expires").GetInt64();
        if (time.GetUtcNow().ToUnixTimeSeconds() >= expires)
        {
            throw new ApiProblemException(
                400, $"upload is older than {Lifetime.TotalMinutes} minutes; announce the file again.");
        }

        return (
            CallNotification.Read(payload.RootElement.GetProperty("notification").GetRawText()),
            payload.RootElement.GetProperty("size").GetInt64());
    }

    private byte[]? Verified(string token)
    {
        if (token.Split('.') is not [var text, var signature]
            || !Base64Url.IsValid(text)
            || !Base64Url.IsValid(signature))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), Signature(bytes))
            ? bytes
            : null;
    }

    private byte[] Signature(byte[] payload)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(Purpose + "\n"), .. payload];
        return HMACSHA256.HashData(key, signed);
    }
}
