namespace CallRecording.Emulators.Bda.Objects;

/// <summary>A bucket and a key; the key may be empty.</summary>
internal sealed record ObjectLocation(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <param name="uri">s3://bucket or s3://bucket/key, taken literally: slashes in the key are never folded.</param>
    public static ObjectLocation Parse(string uri)
    {
        if (!uri.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new FormatException($"'{uri}' is not an S3 URI: expected {Scheme}bucket/key.");
        }

        var slash = uri.IndexOf('/', Scheme.Length);
        return slash < 0
            ? new ObjectLocation(uri[Scheme.Length..], string.Empty)
            : new ObjectLocation(uri[Scheme.Length..slash], uri[(slash + 1)..]);
    }

    public override string ToString() => $"{Scheme}{Bucket}/{Key}";
}
