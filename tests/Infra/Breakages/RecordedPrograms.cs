using System.Collections.Concurrent;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Breakages;

/// <summary>The programs of stacks, each recorded once.</summary>
public sealed class RecordedPrograms
{
    private readonly ConcurrentDictionary<string, Lazy<Task<RecordedProgram>>> _programs = new(StringComparer.Ordinal);

    internal Task<RecordedProgram> OfAsync(string environment, IReadOnlyDictionary<string, string> settings)
    {
        (string Key, string Value)[] changes = [.. settings.Select(one => (one.Key, one.Value)).Order()];
        var key = string.Join('\n', changes.Select(one => $"{one.Key}={one.Value}").Prepend(environment));
        return _programs.GetOrAdd(key, _ => new(() => TestStacks.RunAsync(environment, changes))).Value;
    }
}
