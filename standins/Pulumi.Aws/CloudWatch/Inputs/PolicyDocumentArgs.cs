#nullable enable

namespace Pulumi.Aws.CloudWatch.Inputs;

/// <summary>Here for the arguments that take either JSON or this; its members are left out, since policies here are JSON.</summary>
public sealed class PolicyDocumentArgs : global::Pulumi.ResourceArgs;
