#nullable enable

namespace Pulumi.Aws.Lambda;

/// <summary>The runtime this project has a use for, of some forty in the package.</summary>
[EnumType]
public readonly struct Runtime
{
    private readonly string _value;

    private Runtime(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static Runtime Dotnet10 { get; } = new("dotnet10");

    public static explicit operator string(Runtime value) => value._value;

    public override string ToString() => _value;
}
