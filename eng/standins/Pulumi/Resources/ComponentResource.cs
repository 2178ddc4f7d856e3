using System.Reflection;

namespace Pulumi;

/// <summary>A resource that only groups others.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : base(type, name, custom: false, ResourceArgs.Empty, options ?? new())
    {
    }

    /// <summary>Registers every public [Output] property.</summary>
    protected void RegisterOutputs()
        => RegisterOutputs(
            GetType().GetProperties()
                .Where(property => property.Name != nameof(Urn))
                .Select(property => (property, attribute: property.GetCustomAttribute<OutputAttribute>()))
                .Where(output => output.attribute is not null)
                .ToDictionary(
                    output => string.IsNullOrWhiteSpace(output.attribute?.Name)
                        ? output.property.Name
                        : output.attribute.Name,
                    output => output.property.GetValue(this)));

    private protected void RegisterOutputs(IDictionary<string, object?> outputs)
        => Deployment.Required.Runner.Watch(Engine.Registration.RegisterOutputsAsync(this, outputs));
}
