using System.Collections.Immutable;

namespace Pulumi.Serialization;

internal sealed class OutputSlot<T> : IOutputSlot
{
    private readonly TaskCompletionSource<OutputData<T>> source = new();
    private readonly ImmutableHashSet<Resource> owner;

    public OutputSlot(Resource resource)
    {
        owner = [resource];
        Output = new Output<T>(source.Task);
    }

    public Type ValueType => typeof(T);

    public IOutput Output { get; }

    public void Set(OutputData<object?> data)
        => source.SetResult(new(owner, data.Value is null ? default! : (T)data.Value, data.IsKnown, data.IsSecret));

    public void TrySetDefault(bool isKnown) => source.TrySetResult(new(owner, default!, isKnown, false));

    public void TryFail(Exception exception) => source.TrySetException(exception);
}
