namespace CallRecording.Tests.Packages.PulumiModel;

/// <summary>Settings come through the process's environment, which no other test may read meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class PulumiConfigCollection
{
    public const string Name = "Pulumi config";
}
