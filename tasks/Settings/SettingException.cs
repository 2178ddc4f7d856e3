namespace CallRecording.Tasks.Settings;

/// <summary>An environment variable that is missing or makes no sense: the function does not start.</summary>
public sealed class SettingException(string message) : Exception(message);
