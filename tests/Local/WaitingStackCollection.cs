namespace CallRecording.Tests.Local;

/// <summary>A running system for the situations that mostly wait: for a deadline, or for the last of ten
/// receives.</summary>
[CollectionDefinition(Name)]
public sealed class WaitingStackCollection : ICollectionFixture<RunningStack>
{
    public const string Name = "One running stack for long waits";
}
