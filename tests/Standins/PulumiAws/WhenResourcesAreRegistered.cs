using System.Reflection;
using System.Text.Json.Nodes;
using CallRecording.Standins.PulumiAws;
using Pulumi;

namespace CallRecording.Tests.Standins.PulumiAws;

/// <summary>The compiled classes against the file that leads from them back to Terraform.</summary>
public sealed class WhenResourcesAreRegistered
{
    private static readonly JsonObject ResourceTypes =
        JsonNode.Parse(File.ReadAllText(ProjectFiles.At(Generation.ResourceTypesPath)))!.AsObject(); // an object

    public static TheoryData<string> Tokens => [.. ResourceTypes.Select(type => type.Key)];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Each_argument_leads_to_Terraform(string token)
    {
        var arguments = Class(token).GetConstructors().Single().GetParameters()[1].ParameterType;

        AssertSame(arguments, ResourceTypes[token]!["inputs"]!.AsObject()); // as the file is written
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void Each_output_comes_from_Terraform(string token)
    {
        const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance;
        var outputs = Class(token).GetProperties(Own)
            .Select(property => property.GetCustomAttribute<OutputAttribute>()?.Name);

        var expected = ResourceTypes[token]!["outputs"]!.AsObject(); // as the file is written
        Assert.Equal(expected.Select(output => output.Key), outputs);
    }

    private static Type Class(string token) => typeof(Pulumi.Aws.Provider).Assembly.GetExportedTypes()
        .Single(type => type.GetCustomAttribute<ResourceTypeAttribute>()?.Type == token);

    private static void AssertSame(Type arguments, JsonObject inputs)
    {
        var members = Members(arguments).ToDictionary(member => member.Name, member => member.Type);

        Assert.Equal(
            inputs.Select(input => input.Key).Order(StringComparer.Ordinal),
            members.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, input) in inputs)
        {
            if (input?["block"] is JsonObject block)
            {
                AssertSame(members[name].GetGenericArguments()[0], block);
            }
        }
    }

    /// <summary>An input's attribute is on the property, or on the field behind one made on first use.</summary>
    private static IEnumerable<(string Name, Type Type)> Members(Type arguments)
    {
        const BindingFlags All =
            BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

        return arguments.GetProperties(All).Select(property => ((MemberInfo)property, property.PropertyType))
            .Concat(arguments.GetFields(All).Select(field => ((MemberInfo)field, field.FieldType)))
            .SelectMany(member => member.Item1.GetCustomAttributesData()
                .Where(attribute => attribute.AttributeType == typeof(InputAttribute))
                .Select(attribute => ((string)attribute.ConstructorArguments[0].Value!, member.Item2))); // its name
    }
}
