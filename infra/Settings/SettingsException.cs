namespace CallRecording.Infra.Settings;

/// <summary>The stack's settings cannot be deployed; the message has one line for each key that is wrong.</summary>
internal sealed class SettingsException(IReadOnlyCollection<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyCollection<string> Problems => problems;
}
