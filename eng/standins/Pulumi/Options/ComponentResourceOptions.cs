namespace Pulumi;

/// <summary>Options of a resource that only groups others.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    public static ComponentResourceOptions Merge(
        ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = Copy(options1 ?? new());
        var other = Copy(options2 ?? new());
        merged.MergeIn(other);
        // One provider per package: the last one named wins, where it was named.
        merged.Providers =
        [
            .. merged.Providers.Concat(other.Providers).Reverse().DistinctBy(provider => provider.Package).Reverse(),
        ];
        return merged;
    }

    internal override ResourceOptions Clone() => Copy(this);

    private static ComponentResourceOptions Copy(ComponentResourceOptions options)
        => options.CopyTo(new ComponentResourceOptions { Providers = [.. options.Providers] });
}
