using Pulumi;

namespace CallRecording.Tests.Packages.PulumiModel.Furniture;

[EnumType]
public readonly struct Finish : IEquatable<Finish>
{
    private readonly string value;

    private Finish(string value) => this.value = value;

    public static Finish Oak { get; } = new("oak");

    public static bool operator ==(Finish left, Finish right) => left.Equals(right);

    public static bool operator !=(Finish left, Finish right) => !left.Equals(right);

    public static explicit operator string(Finish finish) => finish.value;

    public bool Equals(Finish other) => value == other.value;

    public override bool Equals(object? obj) => obj is Finish other && Equals(other);

    public override int GetHashCode() => value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => value;
}
