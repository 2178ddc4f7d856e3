#nullable enable

using System.ComponentModel;

namespace Pulumi.Aws.Lambda;

/// <summary>The runtimes this project has a use for, of some forty in the package.</summary>
[EnumType]
public readonly struct Runtime : IEquatable<Runtime>
{
    private readonly string _value;

    private Runtime(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static Runtime Dotnet8 { get; } = new("dotnet8");

    public static Runtime Dotnet10 { get; } = new("dotnet10");

    public static Runtime CustomAL2 { get; } = new("provided.al2");

    public static Runtime CustomAL2023 { get; } = new("provided.al2023");

    public static bool operator ==(Runtime left, Runtime right) => left.Equals(right);

    public static bool operator !=(Runtime left, Runtime right) => !left.Equals(right);

    public static explicit operator string(Runtime value) => value._value;

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is Runtime other && Equals(other);

    public bool Equals(Runtime other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
