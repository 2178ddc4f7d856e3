using System.Collections.Concurrent;
using System.Collections.Immutable;
using CallRecording.Tests.Infra.Terraform;
using Pulumi.Testing;

namespace CallRecording.Tests.Infra.Program;

/// <summary>Answers registrations with Terraform references in place of what only AWS knows: whatever the program makes
/// of an ARN, it can be written down as Terraform.</summary>
internal sealed class RecordingMocks : IMocks
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
            state[output.Key] = TerraformText.Reference(known.Terraform, name, output.Value.Terraform);
        }

        if (type == "aws:cloudformation/stack:Stack")
        {
            state["outputs"] = TemplateOutputs.All.ToImmutableDictionary(
                output =>
                    output, object (output) => TerraformText.Reference(known.Terraform, name, $"outputs.{output}"));
        }

        return Task.FromResult<(string?, object)>(
            (TerraformText.Reference(known.Terraform, name, "id"), state.ToImmutable()));
    }

    public Task<object> CallAsync(MockCallArgs args) =>
        throw new NotSupportedException($"The program asks AWS for {args?.Token}; it must work without an account.");
}
