namespace CallRecording.Tests.Packages.PulumiModel;

public enum Mode
{
    Fixed,
    Sliding,
}
