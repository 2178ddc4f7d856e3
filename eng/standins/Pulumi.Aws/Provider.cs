#nullable enable

namespace Pulumi.Aws;

[AwsResourceType("pulumi:providers:aws")]
public partial class Provider : global::Pulumi.ProviderResource
{
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("aws", name, args ?? new ProviderArgs(), options)
    {
    }
}
