using CallRecording.Operations.CommandLine;

namespace CallRecording.Tests.Operations;

/// <summary>What operators say to a command.</summary>
internal static class Confirmations
{
    public static readonly Confirmation Yes = new(IsDry: false, IsGiven: true, null);

    public static readonly Confirmation Dry = new(IsDry: true, IsGiven: false, null);
}
