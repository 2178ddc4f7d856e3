using CallRecording.Tasks.Settings;

namespace CallRecording.Tasks.Api.Queries;

/// <summary>What the API signs its tokens with.</summary>
internal static class TokenKey
{
    private const string Variable = "PAGE_TOKEN_KEY";
    private const int MinBytes = 32;

    /// <exception cref="SettingException">PAGE_TOKEN_KEY is no key.</exception>
    public static byte[] Read(SettingsReader settings)
    {
        try
        {
            // The value is a secret: no message has it.
            var key = Convert.FromHexString(settings.Text(Variable));
            return key.Length >= MinBytes
                ? key
                : throw new SettingException($"{Variable} has {key.Length} bytes, expected at least {MinBytes}.");
        }
        catch (FormatException)
        {
            throw new SettingException($"{Variable} is not hexadecimal.");
        }
    }
}
