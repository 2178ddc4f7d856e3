namespace CallRecording.Tests.Local;

/// <summary>One running system for all situations that only publish calls of their own to it.</summary>
[CollectionDefinition(Name)]
public sealed class StackCollection : ICollectionFixture<RunningStack>
{
    public const string Name = "One running stack";
}
