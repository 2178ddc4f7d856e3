namespace CallRecording.Tests.Packages.Lambda;

/// <summary>The runtime client makes the process's console its own, so these run one after the other, and give it
/// back.</summary>
[CollectionDefinition(Name)]
public sealed class RuntimeCollection : ICollectionFixture<KeptConsole>
{
    public const string Name = "Lambda runtime";
}
