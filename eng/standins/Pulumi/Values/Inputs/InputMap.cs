using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map from names to inputs, itself an input.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>,
        IInputCollection
{
    private Output<ImmutableDictionary<string, Input<TValue>>> elements;

    public InputMap() : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> elements) : base(Gather(elements))
        => this.elements = elements;

    IInput IInputCollection.Elements => (Input<ImmutableDictionary<string, Input<TValue>>>)elements;

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public void Add(string key, Input<TValue> value) => Replace(elements.Apply(map => With(map, key, value)));

    /// <summary>Both maps in one; the second wins where they share a key.</summary>
    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Output.Tuple(first.elements, second.elements).Apply(both => both.Item1.SetItems(both.Item2)));

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values)
        => new(Output.Create(Wrap(values)));

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be enumerated synchronously; use {nameof(GetAsyncEnumerator)}.");

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(
        CancellationToken cancellationToken)
    {
        var values = await _outputValue.GetValueAsync(ImmutableDictionary<string, TValue>.Empty).ConfigureAwait(false);
        foreach (var value in values)
        {
            yield return value;
        }
    }

    private void Replace(Output<ImmutableDictionary<string, Input<TValue>>> replacement)
    {
        elements = replacement;
        _outputValue = Gather(replacement);
    }

    private static ImmutableDictionary<string, Input<TValue>> With(
        ImmutableDictionary<string, Input<TValue>> map, string key, Input<TValue> value)
    {
        if (!map.TryGetValue(key, out var existing))
        {
            return map.Add(key, value);
        }

        return map.SetItem(key, Output.Tuple(existing, value).Apply(both => Same(key, both.Item1, both.Item2)));
    }

    private static TValue Same(string key, TValue first, TValue second)
        => EqualityComparer<TValue>.Default.Equals(first, second)
            ? first
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value.");

    private static ImmutableDictionary<string, Input<TValue>> Wrap(IEnumerable<KeyValuePair<string, TValue>>? values)
        => values?.ToImmutableDictionary(pair => pair.Key, pair => (Input<TValue>)pair.Value)!; // null stays null

    private static Output<ImmutableDictionary<string, TValue>> Gather(
        Output<ImmutableDictionary<string, Input<TValue>>> elements)
        => elements.Apply(map => map is null ? null : Gather(map));

    private static Output<ImmutableDictionary<string, TValue>> Gather(ImmutableDictionary<string, Input<TValue>> map)
        => Output.All(map.Select(pair => pair.Value.Apply(value => KeyValuePair.Create(pair.Key, value))))
            .Apply(pairs => pairs.ToImmutableDictionary());
}
