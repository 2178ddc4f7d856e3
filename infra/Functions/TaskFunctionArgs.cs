using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using Pulumi;

namespace CallRecording.Infra.Functions;

/// <summary>What one of the functions of <c>tasks</c> needs.</summary>
internal sealed class TaskFunctionArgs
{
    public required StackSettings Settings { get; init; }

    public required FunctionArtifact Artifact { get; init; }

    /// <summary>Encrypts its log.</summary>
    public required EncryptionKey Key { get; init; }

    /// <summary>The function's name in <c>tasks</c>: a state's, or Starter, Settlement, Retrieval.</summary>
    public required string Function { get; init; }

    public required string Description { get; init; }

    public required int TimeoutSeconds { get; init; }

    /// <summary>In MB when compiled ahead of time; the managed runtime gets twice as much.</summary>
    public int MemoryMb { get; init; } = 256;

    public InputMap<string> Environment { get; init; } = [];

    /// <summary>What it may do, beside writing its log and its traces.</summary>
    public required IReadOnlyList<Statement> Permissions { get; init; }
}
