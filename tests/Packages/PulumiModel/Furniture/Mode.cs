namespace CallRecording.Tests.Packages.PulumiModel.Furniture;

public enum Mode
{
    Fixed,
    Sliding,
}
