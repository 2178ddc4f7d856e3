#nullable enable

namespace Pulumi.Aws;

internal sealed class AwsResourceTypeAttribute(string type) : global::Pulumi.ResourceTypeAttribute(type, "7.37.0");
