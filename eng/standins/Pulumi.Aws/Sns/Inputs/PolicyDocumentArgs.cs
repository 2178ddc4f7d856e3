#nullable enable

namespace Pulumi.Aws.Sns.Inputs;

/// <summary>Here for the arguments that take JSON or this; without members, since policies here are JSON.</summary>
public sealed class PolicyDocumentArgs : global::Pulumi.ResourceArgs;
