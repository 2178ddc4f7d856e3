using CallRecording.Local.Resources;
using CallRecording.Operations;

namespace CallRecording.Local.Data;

/// <summary>What a data directory holds once a system was ready on it, noted there: a file that is gone or empty would
/// otherwise be made anew, and all its data silently lost.</summary>
internal static class DataContents
{
    private const string Note = "contents";

    private static readonly string[] Files =
    [
        "page-token-key",
        "stepfunctions.db",
        "bda.db",
        Path.Combine("emulators", "messages", "fauxqs.db"),
        Path.Combine("emulators", "dynamodb", "CURRENT"),
        Path.Combine("emulators", "s3", "buckets", ResourceNames.RecordingsBucket, ".bucket.json"),
        Path.Combine("emulators", "s3", "buckets", ResourceNames.OutputBucket, ".bucket.json"),
    ];

    /// <exception cref="CommandException">A file is gone or empty.</exception>
    public static void Check(string directory)
    {
        var note = Path.Combine(directory, Note);
        if (!File.Exists(note))
        {
            return;
        }

        var names = File.ReadAllLines(note);
        if (names.Length == 0 || names.Except(Files).Any())
        {
            throw new CommandException(
                $"{note} is damaged: it names no or other files; remove it, the next start writes it anew");
        }

        foreach (var file in names.Select(name => new FileInfo(Path.Combine(directory, name))))
        {
            if (!file.Exists || file.Length == 0)
            {
                throw new CommandException(
                    $"{file.FullName} is {(file.Exists ? "empty" : "missing")}: put back a copy of it, "
                    + $"or remove {note} to go on without what was in it");
            }
        }
    }

    public static void Remember(string directory) => AtomicFile.Write(
        Path.Combine(directory, Note),
        string.Concat(Files.Where(name => File.Exists(Path.Combine(directory, name))).Select(name => name + "\n")));
}
