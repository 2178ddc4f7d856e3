using System.Reflection;

namespace Pulumi;

/// <summary>A resource that only groups others.</summary>
public class ComponentResource : Resource
{
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options, remote: false, registerPackageRequest: null)
    {
    }

    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, registerPackageRequest: null)
    {
    }

    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options, bool remote,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new(), remote)
        => Remote = remote;

    internal bool Remote { get; }

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

    protected void RegisterOutputs(IDictionary<string, object?> outputs)
        => RegisterOutputs(Task.FromResult(outputs ?? throw new ArgumentNullException(nameof(outputs))));

    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs)
        => RegisterOutputs(Output.Create(outputs ?? throw new ArgumentNullException(nameof(outputs))));

    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Deployment.Required.Runner.Watch(Engine.Registration.RegisterOutputsAsync(this, outputs));
    }
}
