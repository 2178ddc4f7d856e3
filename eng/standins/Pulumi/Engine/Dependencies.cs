namespace Pulumi.Engine;

/// <summary>Whom a resource waits for.</summary>
internal static class Dependencies
{
    public static async Task AwaitAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in Reachable(resources))
        {
            await resource.Urn.DataTask.ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The resources themselves, and through components, which stand for what they hold, their children. Children
    /// of custom resources are left out: they may well wait for their parent.
    /// </summary>
    public static IEnumerable<Resource> Reachable(IEnumerable<Resource> resources)
    {
        var seen = new HashSet<Resource>();
        Visit(resources, seen);
        return seen.Where(resource => resource is CustomResource);
    }

    private static void Visit(IEnumerable<Resource> resources, HashSet<Resource> seen)
    {
        foreach (var resource in resources)
        {
            if (!seen.Add(resource) || resource is not ComponentResource)
            {
                continue;
            }

            Resource[] children;
            lock (resource.ChildResources)
            {
                children = [.. resource.ChildResources];
            }

            Visit(children, seen);
        }
    }
}
