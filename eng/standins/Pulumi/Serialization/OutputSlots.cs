using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Gives a new resource its [Output] properties, which registration fills later.</summary>
internal static class OutputSlots
{
    public static ImmutableDictionary<string, IOutputSlot> Fill(Resource resource, bool remote)
    {
        var slots = ImmutableDictionary.CreateBuilder<string, IOutputSlot>();
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } attribute)
            {
                continue;
            }
            // A component fills its own outputs, some of them before this runs.
            if (resource is ComponentResource && !remote && property.DeclaringType != typeof(Resource))
            {
                continue;
            }

            var slot = Fill(resource, property, attribute.Name ?? property.Name);
            slots.Add(attribute.Name ?? property.Name, slot);
        }

        return slots.ToImmutable();
    }

    private static IOutputSlot Fill(Resource resource, PropertyInfo property, string outputName)
    {
        var type = property.PropertyType;
        if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(Output<>))
        {
            throw RunException.OutputsHaveIncorrectType([outputName]);
        }

        var fullName = $"[Output] {resource.GetType().FullName}.{property.Name}";
        // A private setter is only seen on the class that declares it.
        var setter = property.DeclaringType?.GetProperty(property.Name)?.GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"{fullName} did not have a 'set' method");
        var value = type.GenericTypeArguments[0];
        TargetTypes.Check(fullName, value);
        var slot = (IOutputSlot)Activator.CreateInstance(typeof(OutputSlot<>).MakeGenericType(value), resource)!;
        setter.Invoke(resource, [slot.Output]);
        return slot;
    }
}
