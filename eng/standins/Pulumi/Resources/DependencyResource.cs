using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource of which only the URN is known.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn) : base("", "", ResourceArgs.Empty, options: null, dependency: true)
        => Urn = new(Task.FromResult(new OutputData<string>([this], urn, true, false)));
}
