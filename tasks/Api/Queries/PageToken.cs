using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CallRecording.Tasks.Api.Queries;

/// <summary>Where the next page starts, signed together with the query: a client can neither forge a token nor use it
/// for another query.</summary>
internal sealed class PageToken(byte[] key)
{
    private const int MaxCharacters = 400;

    /// <summary>Half of SHA-256 cannot be guessed, and keeps addresses short.</summary>
    private const int SignatureBytes = 16;

    /// <summary>Other tokens are signed with the same key.</summary>
    private const string Purpose = "page";

    /// <param name="question">What <see cref="ApiQuery.Question"/> says: of another one the token is none.</param>
    /// <param name="position">Where the next page starts.</param>
    public string Of(string question, string position)
    {
        var bytes = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([.. Signature(question, bytes), .. bytes]);
    }

    /// <returns>The position.</returns>
    /// <exception cref="ApiProblemException">It is not one of ours, or belongs to another question.</exception>
    public string Read(string question, string token)
    {
        if (token.Length <= MaxCharacters && Base64Url.IsValid(token))
        {
            var bytes = Base64Url.DecodeFromChars(token);
            if (bytes.Length >= SignatureBytes
                // One spelling only: what the last letter leaves over is not signed.
                && Base64Url.EncodeToString(bytes) == token
                && CryptographicOperations.FixedTimeEquals(
                    bytes.AsSpan(..SignatureBytes), Signature(question, bytes[SignatureBytes..])))
            {
                return Encoding.UTF8.GetString(bytes.AsSpan(SignatureBytes));
            }
        }

        throw new ApiProblemException(
            400, "nextToken is not one that this API gave for this question; ask for the first page without it.");
    }

    private ReadOnlySpan<byte> Signature(string question, byte[] position)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{Purpose}\n{question.Length}\n{question}\n"), .. position];
        return HMACSHA256.HashData(key, signed).AsSpan(..SignatureBytes);
    }
}
