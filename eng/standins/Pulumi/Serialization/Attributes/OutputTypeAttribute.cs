namespace Pulumi;

/// <summary>Marks a class that an output holds; its constructor takes the fields by name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
