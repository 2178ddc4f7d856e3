using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CallRecording.Workflow;

/// <summary>Where an object is in S3. The key is taken as it stands: nothing is decoded, double slashes stay.</summary>
public sealed record S3Uri(string Bucket, string Key)
{
    private const string Scheme = "s3://";
    private const int MinBucketLength = 3;
    private const int MaxBucketLength = 63;
    private const int MaxKeyBytes = 1024;

    public string Bucket { get; } =
        BucketProblem(Bucket) is { } problem ? throw new FormatException(problem) : Bucket;

    public string Key { get; } =
        KeyProblem(Key) is { } problem ? throw new FormatException(problem) : Key;

    /// <exception cref="FormatException">The text is no S3 URI; the message says why, without its words.</exception>
    public static S3Uri Parse(string text) =>
        TryParse(text, out var uri, out var problem) ? uri : throw new FormatException(problem);

    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out S3Uri? uri,
        [NotNullWhen(false)] out string? problem)
    {
        uri = null;
        problem = Problem(text, out var bucket, out var key);
        if (problem is not null)
        {
            return false;
        }

        uri = new S3Uri(bucket, key);
        return true;
    }

    /// <summary>An object below this one: exactly one slash between them.</summary>
    public S3Uri Child(string name) => new(Bucket, Key.TrimEnd('/') + "/" + name);

    public override string ToString() => Scheme + Bucket + "/" + Key;

    private static string? Problem(string? text, out string bucket, out string key)
    {
        bucket = key = "";
        if (string.IsNullOrEmpty(text))
        {
            return "An S3 URI is empty, expected s3://bucket/key.";
        }

        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return $"A text of {text.Length} characters does not begin with s3://, expected s3://bucket/key.";
        }

        var rest = text[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        bucket = slash < 0 ? rest : rest[..slash];
        key = slash < 0 ? "" : rest[(slash + 1)..];
        return BucketProblem(bucket) ?? KeyProblem(key);
    }

    private static string? BucketProblem(string bucket)
    {
        if (bucket.Length is < MinBucketLength or > MaxBucketLength)
        {
            return $"The bucket's name has {bucket.Length} characters, " +
                $"expected {MinBucketLength} to {MaxBucketLength}.";
        }

        var plain = bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
        return plain && char.IsAsciiLetterOrDigit(bucket[0]) && char.IsAsciiLetterOrDigit(bucket[^1])
            ? null
            : $"A text of {bucket.Length} characters is no bucket name, " +
                "expected lower-case letters, digits, dots and hyphens.";
    }

    private static string? KeyProblem(string key)
    {
        if (key.Length == 0)
        {
            return "An S3 URI names no key, expected s3://bucket/key.";
        }

        var keyBytes = Encoding.UTF8.GetByteCount(key);
        return keyBytes > MaxKeyBytes
            ? $"The key has {keyBytes} bytes, expected at most {MaxKeyBytes}."
            : null;
    }
}
