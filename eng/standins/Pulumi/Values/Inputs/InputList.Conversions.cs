using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputList<T>
{
    public static implicit operator InputList<T>(T value) => Of([value]);

    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    public static implicit operator InputList<T>(T[] values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Output<T>[] values)
        => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Input<T>[] values) => Of([.. values]);

    public static implicit operator InputList<T>(List<T> values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(Wrap(values));

    public static implicit operator InputList<T>(Output<T[]> values)
        => new(values.Apply(array => Wrap([.. array])));

    public static implicit operator InputList<T>(Output<List<T>> values)
        => new(values.Apply(list => Wrap([.. list])));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(Wrap));

    private static InputList<T> Of(ImmutableArray<Input<T>> values) => new(Output.Create(values));

    private static ImmutableArray<Input<T>> Wrap(ImmutableArray<T> values)
        => values.IsDefault ? default : [.. values.Select(value => (Input<T>)value)];
}
