using CallRecording.Infra.Settings;

namespace CallRecording.Tests.Infra.Settings;

/// <summary>The settings that a file must have, and others beside them.</summary>
internal static class RequiredSettings
{
    internal static readonly Dictionary<string, string> Required = new(StringComparer.Ordinal)
    {
        ["accountId"] = "111111111111",
        ["region"] = "eu-central-1",
        ["recordingsBucket"] = "recordings",
        ["alarmEmail"] = "operator@example.com",
    };

    internal static StackSettings Read(string environment, params (string Key, string Value)[] changes)
    {
        var file = new Dictionary<string, string>(Required, StringComparer.Ordinal);
        foreach (var (key, value) in changes)
        {
            file[key] = value;
        }

        return StackSettingsFile.Read(environment, "call-recording", file.GetValueOrDefault, file.Keys);
    }
}
