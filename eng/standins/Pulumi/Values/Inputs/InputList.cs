using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs, itself an input.</summary>
public sealed partial class InputList<T>
    : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>, IInputCollection
{
    private Output<ImmutableArray<Input<T>>> elements;

    public InputList() : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> elements) : base(Gather(elements)) => this.elements = elements;

    IInput IInputCollection.Elements => (Input<ImmutableArray<Input<T>>>)elements;

    public void Add(params Input<T>[] inputs) => Append(inputs);

    public void AddRange(InputList<T> inputs) => Append(inputs);

    public InputList<T> Concat(InputList<T> other) => new(Joined(other));

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be enumerated synchronously; use {nameof(GetAsyncEnumerator)}.");

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var values = await _outputValue.GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        foreach (var value in values)
        {
            yield return value;
        }
    }

    internal InputList<T> Clone() => new(elements);

    private void Append(InputList<T> more)
    {
        elements = Joined(more);
        _outputValue = Gather(elements);
    }

    private Output<ImmutableArray<Input<T>>> Joined(InputList<T> more)
        => Output.Tuple(elements, more.elements).Apply(both => both.Item1.AddRange(both.Item2));

    private static Output<ImmutableArray<T>> Gather(Output<ImmutableArray<Input<T>>> elements)
        => elements.Apply(inputs => inputs.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All(inputs));
}
