using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The classes marked with a resource type, to make a resource of a reference to it.</summary>
internal static class ResourceClasses
{
    private static readonly Lazy<ImmutableDictionary<string, Type>> ByType = new(Discover);

    public static Resource Rehydrate(string urn)
    {
        var parts = urn.Split("::");
        var (type, name) = (parts[2].Split('$')[^1], parts[3]);
        if (!ByType.Value.TryGetValue(type, out var found))
        {
            return new DependencyResource(urn);
        }

        ResourceOptions options = typeof(CustomResource).IsAssignableFrom(found)
            ? new CustomResourceOptions { Urn = urn }
            : new ComponentResourceOptions { Urn = urn };
        var constructor = found.GetConstructors().Single(candidate => candidate.GetParameters().Length == 3);
        return (Resource)constructor.Invoke([name, null, options]);
    }

    private static ImmutableDictionary<string, Type> Discover()
        => AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && Array.Exists(assembly.GetReferencedAssemblies(), IsThis))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => typeof(Resource).IsAssignableFrom(type))
            .Select(type => (type, token: type.GetCustomAttribute<ResourceTypeAttribute>()?.Type))
            .Where(marked => marked.token is not null)
            .DistinctBy(marked => marked.token)
            .ToImmutableDictionary(marked => marked.token!, marked => marked.type); // not null: filtered above

    private static bool IsThis(AssemblyName name) => name.Name == typeof(Resource).Assembly.GetName().Name;
}
