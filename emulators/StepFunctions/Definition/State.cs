using CallRecording.Emulators.StepFunctions.Paths;

namespace CallRecording.Emulators.StepFunctions.Definition;

/// <summary>One state. A path that is null is the definition's null: no data at all.</summary>
internal abstract record State(string Name)
{
    public ReferencePath? InputPath { get; init; } = ReferencePath.Root;

    public ReferencePath? OutputPath { get; init; } = ReferencePath.Root;

    /// <summary>The state after this one; null where the execution ends or a Choice decides.</summary>
    public string? Next { get; init; }

    /// <summary>The state's kind as the definition and the history's event types spell it.</summary>
    public abstract string Type { get; }

    /// <summary>Every state that can follow.</summary>
    public virtual IEnumerable<string> Successors => Next is null ? [] : [Next];
}
