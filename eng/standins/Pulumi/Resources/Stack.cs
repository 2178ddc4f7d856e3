using System.Reflection;

namespace Pulumi;

/// <summary>The root of a program's resources; a program derives its own.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}", Convert(options))
        => Deployment.Required.Stack = this;

    internal void RegisterPropertyOutputs()
    {
        var outputs = GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.DeclaringType?.IsAssignableFrom(typeof(Stack)) != true)
            .Select(property => (property, attribute: property.GetCustomAttribute<OutputAttribute>()))
            .Where(output => output.attribute is not null)
            .ToDictionary(
                output => output.attribute?.Name ?? output.property.Name,
                output => output.property.GetValue(this));

        var unassigned = outputs.Where(output => output.Value is null).Select(output => output.Key).ToList();
        if (unassigned.Count > 0)
        {
            throw new RunException(
                $"Output(s) '{string.Join(", ", unassigned)}' have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor.");
        }

        var notOutputs = outputs.Where(output => output.Value is not IOutput).Select(output => output.Key).ToList();
        if (notOutputs.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(notOutputs);
        }

        RegisterOutputs(outputs);
    }

    private static ComponentResourceOptions? Convert(StackOptions? options)
        => options is null ? null : new() { ResourceTransformations = options.ResourceTransformations };
}
