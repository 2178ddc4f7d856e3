using System.Buffers.Text;
using System.Globalization;
using System.Text;
using CallRecording.Emulators.Protocol;

namespace CallRecording.Emulators.StepFunctions.Api;

/// <summary>Where the next page begins, valid only for the listing it came from.</summary>
internal static class NextToken
{
    private const char Separator = '\n';

    /// <param name="listing">What is listed, with every filter.</param>
    public static string Write(string listing, long position) => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{position}{Separator}{listing}")));

    /// <returns>Null when there is no token.</returns>
    public static long? Read(string? token, string listing)
    {
        if (token is null)
        {
            return null;
        }

        var parts = Decode(token).Split(Separator, 2);
        return parts.Length == 2
            && parts[1] == listing
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw new AwsFault("InvalidToken", $"Invalid Token: '{token}'");
    }

    private static string Decode(string token) =>
        Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : string.Empty;
}
