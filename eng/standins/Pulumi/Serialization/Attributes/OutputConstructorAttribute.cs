namespace Pulumi;

/// <summary>Marks the constructor through which an output type is filled.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
