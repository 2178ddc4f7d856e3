using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallRecording.Local;

/// <summary>What functions write, one file each as CloudWatch has one group each; warnings and errors also as an
/// event.</summary>
internal sealed class FunctionLogs : IDisposable
{
    /// <summary>A longer file is begun anew at the next start.</summary>
    private const long MaxBytes = 50 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, FileStream> files = [];
    private bool isFull;
    private readonly string directory;
    private readonly LocalEvents events;

    public FunctionLogs(string directory, LocalEvents events)
    {
        this.directory = directory;
        this.events = events;
        Directory.CreateDirectory(directory);
    }

    public void Add(string function, string line)
    {
        lock (gate)
        {
            Write(function, line);
        }

        if (Warning(line) is { } message)
        {
            events.Line("function", function, message);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var file in files.Values)
            {
                file.Dispose();
            }

            files.Clear();
        }
    }

    // A log that cannot be written is no reason to stop: the line is left out.
    private void Write(string function, string line)
    {
        try
        {
            if (!files.TryGetValue(function, out var file))
            {
                files[function] = file = Open(Path.Combine(directory, $"{function}.log"));
            }

            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            isFull = false;
        }
        catch (IOException problem)
        {
            if (!isFull)
            {
                events.Say($"logs in {directory} have gaps: {problem.Message}");
            }

            isFull = true;
        }
    }

    private static FileStream Open(string path)
    {
        var tooLong = File.Exists(path) && new FileInfo(path).Length > MaxBytes;
        var options = new FileStreamOptions
        {
            Mode = tooLong ? FileMode.Create : FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            // Nothing waits in a buffer for a disk that is full.
            BufferSize = 0,
        };
        return new FileStream(path, options);
    }

    /// <returns>The message of a structured line at warning level or above, or its exception where it has no message;
    /// null for any other line.</returns>
    private static string? Warning(string line)
    {
        try
        {
            if (JsonNode.Parse(line) is not JsonObject entry
                || (string?)entry["level"] is not ("Warning" or "Error" or "Critical"))
            {
                return null;
            }

            return (string?)entry["message"] is { Length: > 0 } message
                ? message
                : $"{(string?)entry["errorType"]}: {(string?)entry["errorMessage"]}";
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
