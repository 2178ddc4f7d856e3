using System.Collections.Concurrent;
using System.Collections.Immutable;
using CallRecording.Tests.Infra.Terraform;
using Pulumi.Testing;

namespace CallRecording.Tests.Infra.Program;

/// <summary>Answers registrations with Terraform references in place of what only AWS knows: whatever the program makes
/// of an ARN, it can be written down as Terraform.</summary>
internal class RecordingMocks : IMocks
{
    public ConcurrentBag<Registration> Seen { get; } = [];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (type, name) = (args.Type ?? "", args.Name ?? "");
        Seen.Add(new(type, name, args.Inputs, []));
        if (!ResourceTypes.All.TryGetValue(type, out var known))
        {
            return Task.FromResult<(string?, object)>((name, args.Inputs));
        }

        var state = args.Inputs.ToBuilder();
        foreach (var output in known.Outputs.Where(output => output.Value.Type == "string"))
        {
            state[output.Key] = Answer(new(type, name, args.Inputs, []), known.Terraform, output.Value.Terraform);
        }

        if (type == "aws:cloudformation/stack:Stack")
        {
            state["outputs"] = TemplateOutputs.All.ToImmutableDictionary(
                output => output,
                object (output) => Answer(new(type, name, args.Inputs, []), known.Terraform, $"outputs.{output}"));
        }

        return Task.FromResult<(string?, object)>(
            (Answer(new(type, name, args.Inputs, []), known.Terraform, "id"), state.ToImmutable()));
    }

    public Task<object> CallAsync(MockCallArgs args) =>
        throw new NotSupportedException($"The program asks AWS for {args?.Token}; it must work without an account.");

    /// <summary>What stands for one of a resource's outputs.</summary>
    /// <param name="terraform">The resource's type in Terraform.</param>
    /// <param name="attribute">The output's name in Terraform.</param>
    protected virtual string Answer(Registration resource, string terraform, string attribute) =>
        TerraformText.Reference(terraform, resource.Name, attribute);
}
