using CallRecording.Tests.Http;

namespace CallRecording.Tests.Packages.Lambda;

/// <param name="Output">What the process wrote.</param>
/// <param name="Post">What it told the Runtime API.</param>
internal sealed record Spoken(string Output, Received Post)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
