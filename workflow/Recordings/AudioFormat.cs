using CallRecording.Workflow.Failures;

namespace CallRecording.Workflow.Recordings;

/// <summary>Which recordings Bedrock Data Automation takes, by name and size.</summary>
public static class AudioFormat
{
    /// <summary>The service's "2,048 MB", read generously: what it refuses itself is refused at submission.</summary>
    public const long MaximumSizeBytes = 2048L * 1024 * 1024;

    private static readonly string[] Extensions = ["amr", "flac", "m4a", "mp3", "ogg", "wav"];

    /// <summary>The recording's extension, in lower case and without its dot.</summary>
    /// <exception cref="AudioRejectedException">It cannot be processed; the message says why.</exception>
    public static string Check(S3Uri audio, long sizeBytes)
    {
        var extension = ExtensionOf(audio.Key);
        if (!Extensions.Contains(extension, StringComparer.Ordinal))
        {
            throw new AudioRejectedException(
                $"{Excerpt.Of(audio.ToString())} is of format '{Excerpt.Of(extension)}', " +
                $"expected one of {string.Join(", ", Extensions)}.");
        }

        if (sizeBytes <= 0) throw new AudioRejectedException($"{Excerpt.Of(audio.ToString())} is empty.");

        return sizeBytes <= MaximumSizeBytes
            ? extension
            : throw new AudioRejectedException(
                $"{Excerpt.Of(audio.ToString())} has {sizeBytes} bytes, expected at most {MaximumSizeBytes}.");
    }

    private static string ExtensionOf(string key)
    {
        var name = key[(key.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[(dot + 1)..].ToLowerInvariant();
    }
}
