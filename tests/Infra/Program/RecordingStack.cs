using System.Collections.Concurrent;
using System.Collections.Immutable;
using CallRecording.Infra;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Settings;
using Pulumi;

namespace CallRecording.Tests.Infra.Program;

/// <summary>The program's stack, and what its resources name as dependencies: mocks are not told.</summary>
internal sealed class RecordingStack : Stack
{
    private readonly ConcurrentDictionary<(string, string), ImmutableArray<(string, string)>> _dependsOn;

    public RecordingStack(StackSettings settings, FunctionArtifact artifact)
        : this(settings, artifact, new())
    {
    }

    private RecordingStack(
        StackSettings settings,
        FunctionArtifact artifact,
        ConcurrentDictionary<(string, string), ImmutableArray<(string, string)>> dependsOn)
        : base(new StackOptions { ResourceTransformations = { args => Record(args, dependsOn) } })
    {
        _dependsOn = dependsOn;
        Outputs = Output.Create(new CallRecordingStack(settings, artifact).Outputs.ToImmutableDictionary());
    }

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object?>> Outputs { get; private set; }

    public IReadOnlyDictionary<(string Type, string Name), ImmutableArray<(string Type, string Name)>> DependsOn =>
        _dependsOn;

    private static ResourceTransformationResult? Record(
        ResourceTransformationArgs args, ConcurrentDictionary<(string, string), ImmutableArray<(string, string)>> dependsOn)
    {
        var key = (args.Resource.GetResourceType(), args.Resource.GetResourceName());
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
