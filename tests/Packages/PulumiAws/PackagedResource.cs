using System.Reflection;
using Pulumi;

namespace CallRecording.Tests.Packages.PulumiAws;

/// <summary>A resource class of the package, seen through its attributes.</summary>
internal static class PackagedResource
{
    public static Type Of(string token) => typeof(Pulumi.Aws.Provider).Assembly.GetExportedTypes()
        .Single(type => type.GetCustomAttribute<ResourceTypeAttribute>()?.Type == token);

    public static Type ArgumentsOf(string token) =>
        Of(token).GetConstructors().Single().GetParameters()[1].ParameterType;

    public static IEnumerable<string?> OutputsOf(string token)
    {
        const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance;
        return Of(token).GetProperties(Own)
            .Select(property => property.GetCustomAttribute<OutputAttribute>())
            .OfType<OutputAttribute>()
            .Select(output => output.Name);
    }

    /// <summary>An input's attribute is on the property, or on the field behind one made on first use.</summary>
    /// <returns>The C# type of each by its name on the wire.</returns>
    public static IReadOnlyDictionary<string, Type> InputsOf(Type arguments)
    {
        const BindingFlags All =
            BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

        return arguments.GetProperties(All).Select(property => ((MemberInfo)property, property.PropertyType))
            .Concat(arguments.GetFields(All).Select(field => ((MemberInfo)field, field.FieldType)))
            .SelectMany(member => member.Item1.GetCustomAttributesData()
                .Where(attribute => attribute.AttributeType == typeof(InputAttribute))
                .Select(attribute => ((string)attribute.ConstructorArguments[0].Value!, member.Item2))) // its name
            .ToDictionary();
    }
}
