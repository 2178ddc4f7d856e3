#nullable enable

namespace Pulumi.Aws;

[AwsResourceType("pulumi:providers:aws")]
public partial class Provider : global::Pulumi.ProviderResource
{
    [Output("region")]
    public Output<string?> Region { get; private set; } = null!;

    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("aws", name, args ?? new ProviderArgs(), options)
    {
    }
}
