namespace CallRecording.Tests.Local.Soak;

/// <summary>What a soak does next.</summary>
internal abstract record SoakStep
{
    internal sealed record Publish(PlannedCall Call, bool Again) : SoakStep;

    internal sealed record PublishBad(string Body) : SoakStep;

    internal sealed record Kill(Victim Victim) : SoakStep;
}
