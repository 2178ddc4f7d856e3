using CallRecording.Workflow.Failures;

namespace CallRecording.Workflow.Recordings;

/// <summary>Which recordings Bedrock Data Automation takes, by name and size.</summary>
public static class AudioFormat
{
    /// <summary>The service's "2,048 MB", read generously: what it refuses itself is refused at submission.</summary>
    public const long MaxSizeBytes = 2048L * 1024 * 1024;

    private static readonly string[] Extensions = ["amr", "flac", "m4a", "mp3", "ogg", "wav"];

    /// <summary>What an extension says a recording is, for HTTP.</summary>
    /// <param name="extension">One that was checked.</param>
    public static string ContentTypeOf(string extension) => extension switch
    {
        "mp3" => "audio/mpeg",
        "m4a" => "audio/mp4",
        _ => "audio/" + extension,
    };

    /// <summary>The recording's extension, in lower case and without its dot.</summary>
    /// <exception cref="AudioRejectedException">It cannot be processed; the message says why.</exception>
    public static string Check(S3Uri audio, long sizeBytes) => Check(audio.ToString(), sizeBytes);

    /// <param name="name">A file's name, or a whole S3 URI.</param>
    /// <inheritdoc cref="Check(S3Uri, long)"/>
    public static string Check(string name, long sizeBytes)
    {
        var extension = ExtensionOf(name);
        if (!Extensions.Contains(extension, StringComparer.Ordinal))
        {
            throw new AudioRejectedException(
                $"{Excerpt.Of(name)} is of format '{Excerpt.Of(extension)}', " +
                $"expected one of {string.Join(", ", Extensions)}.");
        }

        if (sizeBytes <= 0)
        {
            throw new AudioRejectedException($"{Excerpt.Of(name)} is empty.");
        }

        return sizeBytes <= MaxSizeBytes
            ? extension
            : throw new AudioRejectedException(
                $"{Excerpt.Of(name)} has {sizeBytes} bytes, expected at most {MaxSizeBytes}.");
    }

    private static string ExtensionOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? "" : name[(dot + 1)..].ToLowerInvariant();
    }
}
