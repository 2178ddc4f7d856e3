using CallRecording.Local.Ops;

namespace CallRecording.Tests.Local.Ops;

/// <summary>What operators say to a command.</summary>
internal static class Consents
{
    public static readonly Consent Yes = new(IsDry: false, IsGiven: true, null);

    public static readonly Consent Dry = new(IsDry: true, IsGiven: false, null);
}
