using System.Collections.Concurrent;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Breakages;

/// <summary>The programs of stacks, each recorded once.</summary>
public sealed class RecordedPrograms
{
    private readonly ConcurrentDictionary<string, Lazy<Task<RecordedProgram>>> programs = new(StringComparer.Ordinal);

    /// <param name="isDeployed">Whether its ARNs are as AWS has them, and not references.</param>
    internal Task<RecordedProgram> OfAsync(
        string environment, IReadOnlyDictionary<string, string> settings, bool isDeployed)
    {
        (string Key, string Value)[] changes = [.. settings.Select(one => (one.Key, one.Value)).Order()];
        var key = string.Join(
            '\n', changes.Select(one => $"{one.Key}={one.Value}").Prepend($"{environment} {isDeployed}"));
        return programs.GetOrAdd(key, _ => new(() => TestStacks.RunAsync(environment, Mocks, changes))).Value;

        RecordingMocks Mocks(StackSettings given) => isDeployed ? new DeployedMocks(given) : new RecordingMocks();
    }
}
