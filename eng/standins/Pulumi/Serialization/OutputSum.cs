using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Adds outputs up: known when all are, secret when one is, from every resource they came from.</summary>
internal sealed class OutputSum
{
    private readonly HashSet<Resource> resources = [];
    private bool isSecret;

    public bool IsKnown { get; private set; } = true;

    public T Add<T>(OutputData<T> data)
    {
        resources.UnionWith(data.Resources);
        IsKnown &= data.IsKnown;
        isSecret |= data.IsSecret;
        return data.Value;
    }

    public OutputData<T> Of<T>(T value) => new([.. resources], value, IsKnown, isSecret);
}
