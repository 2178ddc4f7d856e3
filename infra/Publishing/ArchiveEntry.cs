namespace CallRecording.Infra.Publishing;

/// <param name="Name">Its path in the zip.</param>
internal sealed record ArchiveEntry(string Name, ReadOnlyMemory<byte> Content, bool IsExecutable = false);
