using System.Collections.Concurrent;
using System.Collections.Immutable;
using CallRecording.Infra;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Settings;
using Pulumi;

namespace CallRecording.Tests.Infra.Program;

/// <summary>The program's stack, with what mocks are not told: what its resources name as dependencies, how the engine
/// is to treat them, and the stack's outputs.</summary>
internal sealed class RecordingStack : Stack
{
    private readonly ConcurrentDictionary<(string, string), ImmutableArray<(string, string)>> dependsOn;
    private readonly ConcurrentDictionary<(string, string), ImmutableArray<string>> treatment;
    private readonly ConcurrentDictionary<string, object?> known = new(StringComparer.Ordinal);

    public RecordingStack(StackSettings settings, FunctionArtifact artifact)
        : this(settings, artifact, new(), new())
    {
    }

    private RecordingStack(
        StackSettings settings,
        FunctionArtifact artifact,
        ConcurrentDictionary<(string, string), ImmutableArray<(string, string)>> dependsOn,
        ConcurrentDictionary<(string, string), ImmutableArray<string>> treatment)
        : base(new StackOptions { ResourceTransformations = { args => Record(args, dependsOn, treatment) } })
    {
        this.dependsOn = dependsOn;
        this.treatment = treatment;
        foreach (var (name, value) in new CallRecordingStack(settings, artifact).Outputs)
        {
            Note(name, value);
        }
    }

    /// <summary>What <c>pulumi stack output</c> would show, known once the run has ended.</summary>
    public IReadOnlyDictionary<string, object?> Outputs => known;

    public IReadOnlyDictionary<(string Type, string Name), ImmutableArray<(string Type, string Name)>> DependsOn =>
        dependsOn;

    /// <summary>Options that are set, as Pulumi spells them: <c>protect</c>, <c>retainOnDelete</c>.</summary>
    public IReadOnlyDictionary<(string Type, string Name), ImmutableArray<string>> Treatment => treatment;

    private void Note(string name, object? value)
    {
        if (value is Output<string> text)
        {
            text.Apply(read => known[name] = read);
            return;
        }

        known[name] = value is null or string
            ? value
            : throw new NotSupportedException($"The stack's output {name} is a {value.GetType()}, expected text.");
    }

    private static ResourceTransformationResult? Record(
        ResourceTransformationArgs args,
        ConcurrentDictionary<(string, string), ImmutableArray<(string, string)>> dependsOn,
        ConcurrentDictionary<(string, string), ImmutableArray<string>> treatment)
    {
        var key = (args.Resource.GetResourceType(), args.Resource.GetResourceName());
        treatment[key] =
        [
            .. args.Options.Protect is true ? ["protect"] : Array.Empty<string>(),
            .. args.Options.RetainOnDelete is true ? ["retainOnDelete"] : Array.Empty<string>(),
        ];
        ((Input<ImmutableArray<Resource>>)args.Options.DependsOn).Apply(resources =>
        {
            if (resources.Length > 0)
            {
                dependsOn[key] = [.. resources.Select(one => (one.GetResourceType(), one.GetResourceName()))];
            }

            return 0;
        });
        return null;
    }
}
