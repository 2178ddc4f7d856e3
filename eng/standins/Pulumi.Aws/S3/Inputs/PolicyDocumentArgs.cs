#nullable enable

namespace Pulumi.Aws.S3.Inputs;

/// <summary>Here for the arguments that take JSON or this; without members, since policies here are JSON.</summary>
public sealed class PolicyDocumentArgs : global::Pulumi.ResourceArgs;
