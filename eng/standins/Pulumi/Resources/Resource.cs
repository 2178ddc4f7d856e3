using System.Collections.Immutable;
using Pulumi.Engine;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Anything the engine knows by a URN. Constructing one registers it.</summary>
public class Resource
{
    private readonly string type;
    private readonly string name;
    private readonly bool? protect;
    private readonly ImmutableArray<ResourceTransformation> transformations = [];
    private readonly ImmutableDictionary<string, ProviderResource> providers =
        ImmutableDictionary<string, ProviderResource>.Empty;

    private protected Resource(
        string type, string name, bool custom, ResourceArgs args, ResourceOptions options,
        bool dependency = false)
    {
        this.type = type;
        this.name = name;
        if (dependency)
        {
            return;
        }

        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);

        // Before a parent knows of this resource, so that it always has its outputs when it is seen.
        Slots = OutputSlots.Fill(this, remote: options.Urn is not null);

        var transformedBy = options.Parent ?? ParentByDefault(type, options);
        transformations = [.. options.ResourceTransformations, .. transformedBy?.transformations ?? []];
        (args, options) = Transformed(args, options);
        options = options.Clone();
        if (options.Provider is not null && options is ComponentResourceOptions { Providers.Count: > 0 })
        {
            throw new ResourceException(
                "Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        options.Parent?.Adopt(this);
        options.Protect ??= options.Parent?.protect;
        protect = options.Protect;
        if (custom)
        {
            options.Provider ??= options.Parent?.GetProvider(type);
        }

        providers = ProvidersForChildren(custom, options);
        foreach (var alias in options.Aliases)
        {
            _ = alias.Apply(known => known.ResolveUrn(name, type, options.Parent));
        }

        Deployment.Required.Runner.Watch(Registration.CompleteAsync(this, args, options));
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!; // set by reflection

    internal HashSet<Resource> ChildResources { get; } = [];

    internal ImmutableDictionary<string, IOutputSlot> Slots { get; } = ImmutableDictionary<string, IOutputSlot>.Empty;

    public string GetResourceType() => type;

    public string GetResourceName() => name;

    internal ProviderResource? GetProvider(string typeOrToken)
        => PackageOf(typeOrToken) is { } package ? providers.GetValueOrDefault(package) : null;

    private static Resource? ParentByDefault(string type, ResourceOptions options)
        => type == Stack.RootType || options.Urn is not null ? null : Deployment.Required.Stack;

    private static string? PackageOf(string typeOrToken)
        => typeOrToken.Split(':') is [var package, _, _] ? package : null;

    private (ResourceArgs Args, ResourceOptions Options) Transformed(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in transformations)
        {
            if (transformation(new(this, args, options)) is not { } result)
            {
                continue;
            }

            if (result.Options.Parent != options.Parent)
            {
                throw new ArgumentException(
                    "Transformations cannot currently be used to change the 'parent' of a resource.");
            }

            (args, options) = (result.Args, result.Options);
        }

        return (args, options);
    }

    private ImmutableDictionary<string, ProviderResource> ProvidersForChildren(bool custom, ResourceOptions options)
    {
        var inherited = options.Parent?.providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (custom)
        {
            return options.Provider is { } own && PackageOf(type) is { } package
                ? inherited.SetItem(package, own)
                : inherited;
        }

        IEnumerable<ProviderResource> given = options.Provider is { } single
            ? [single]
            : (options as ComponentResourceOptions)?.Providers ?? [];
        return inherited.SetItems(given.Select(provider => KeyValuePair.Create(provider.Package, provider)));
    }

    private void Adopt(Resource child)
    {
        lock (ChildResources)
        {
            ChildResources.Add(child);
        }
    }
}
