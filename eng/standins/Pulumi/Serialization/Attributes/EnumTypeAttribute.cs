namespace Pulumi;

/// <summary>Marks a struct that wraps a string or a double, and converts to it explicitly.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
