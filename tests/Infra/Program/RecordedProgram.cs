using System.Collections.Immutable;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Testing;

namespace CallRecording.Tests.Infra.Program;

/// <summary>Everything that the program registered for one stack.</summary>
internal sealed record RecordedProgram(
    StackSettings Settings, ImmutableArray<Registration> Resources, IReadOnlyDictionary<string, object?> Outputs)
{
    /// <summary>Runs the program under mocks.</summary>
    public static Task<RecordedProgram> RunAsync(StackSettings settings, FunctionArtifact artifact) =>
        RunAsync(settings, artifact, new RecordingMocks());

    /// <summary>Runs the program under these mocks.</summary>
    public static async Task<RecordedProgram> RunAsync(
        StackSettings settings, FunctionArtifact artifact, RecordingMocks mocks)
    {
        var stack = new StackProvider(settings, artifact);
        await Deployment.TestWithServiceProviderAsync<RecordingStack>(
            mocks,
            stack,
            new TestOptions { IsPreview = false, ProjectName = "call-recording", StackName = settings.Environment });
        var resources = mocks.Seen
            .Select(one => one with
            {
                DependsOn = stack.Stack.DependsOn.GetValueOrDefault((one.Type, one.Name), []),
                Treatment = stack.Stack.Treatment.GetValueOrDefault((one.Type, one.Name), []),
            })
            .OrderBy(one => one.Type, StringComparer.Ordinal)
            .ThenBy(one => one.Name, StringComparer.Ordinal);
        return new(settings, [.. resources], stack.Stack.Outputs);
    }

    public IEnumerable<Registration> Of(string type) => Resources.Where(one => one.Type == type);

    public RecordedProgram With(Registration changed) => this with
    {
        Resources = [.. Resources.Select(one => one.Type == changed.Type && one.Name == changed.Name ? changed : one)],
    };

    public RecordedProgram Without(Registration gone) => this with { Resources = Resources.Remove(gone) };

    /// <summary>Hands the stack its settings: the mocks make it by its type alone.</summary>
    private sealed class StackProvider(StackSettings settings, FunctionArtifact artifact) : IServiceProvider
    {
        private RecordingStack? stack;

        public RecordingStack Stack => stack ?? throw new InvalidOperationException("The stack was not made.");

        public object? GetService(Type serviceType) => stack = new RecordingStack(settings, artifact);
    }
}
