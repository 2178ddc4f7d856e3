using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CallRecording.Standins.PulumiAws.Usage;

/// <summary>The members of Pulumi.Aws that a compiled program calls: each a class, a space and the member.</summary>
internal sealed class CalledMembers(IEnumerable<string> calls)
{
    private readonly ImmutableHashSet<string> called = [.. calls];

    public static CalledMembers Of(string assemblyFile)
    {
        using var assembly = new PEReader(File.OpenRead(assemblyFile));
        var metadata = assembly.GetMetadataReader();

        return new CalledMembers(metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member =>
                $"{ClassName(metadata, (TypeReferenceHandle)member.Parent)} {metadata.GetString(member.Name)}")
            .Where(call => call.StartsWith("Pulumi.Aws.", StringComparison.Ordinal)));
    }

    /// <param name="className">With its namespace.</param>
    public bool Makes(string className) => called.Contains($"{className} .ctor");

    public bool Has(string className, string property) =>
        called.Contains($"{className} get_{property}") || called.Contains($"{className} set_{property}");

    private static string ClassName(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
