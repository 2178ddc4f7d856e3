using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CallRecording.Tasks.Aws;

namespace CallRecording.Tasks.Api;

/// <summary>Where the next page starts: the key of the last item of this one, for nobody to read meaning
/// into.</summary>
internal static class PageToken
{
    private const int MostCharacters = 100;

    public static string Of(CallItemKey last) => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.EpochSeconds}.{last.Hash}")));

    /// <exception cref="ApiProblemException">It is not one of ours.</exception>
    public static CallItemKey Read(string token)
    {
        if (token.Length <= MostCharacters && Base64Url.IsValid(token))
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)).Split('.');
            if (parts is [var seconds, var hash]
                && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var epochSeconds)
                && CallHashText.IsOne(hash))
            {
                return new CallItemKey(hash, epochSeconds);
            }
        }

        throw new ApiProblemException(
            400, "nextToken is not one that this API gave; ask for the first page without it.");
    }
}
