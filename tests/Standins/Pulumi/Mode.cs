namespace CallRecording.Tests.Standins.PulumiModel;

public enum Mode
{
    Fixed,
    Sliding,
}
