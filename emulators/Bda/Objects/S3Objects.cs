using System.Globalization;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace CallRecording.Emulators.Bda.Objects;

/// <summary>Small objects of S3, whole.</summary>
internal static class S3Objects
{
    /// <returns>Null when the object or its bucket does not exist.</returns>
    public static async Task<StoredObject?> FindAsync(
        this IAmazonS3 s3,
        ObjectLocation location,
        CancellationToken cancellationToken,
        int? headBytes = null)
    {
        var request = new GetObjectRequest { BucketName = location.Bucket, Key = location.Key };
        if (headBytes is { } head)
        {
            request.ByteRange = new ByteRange(0, head - 1);
        }

        try
        {
            using var response = await s3.GetObjectAsync(request, cancellationToken);
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content, cancellationToken);
            return new StoredObject(content.ToArray(), WholeSize(response), response.LastModified);
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (AmazonS3Exception empty) when (empty.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return new StoredObject([], 0, null);
        }
    }

    /// <returns>Its size in bytes; null when the object or its bucket does not exist.</returns>
    public static async Task<long?> FindSizeAsync(
        this IAmazonS3 s3, ObjectLocation location, CancellationToken cancellationToken)
    {
        try
        {
            return (await s3.GetObjectMetadataAsync(location.Bucket, location.Key, cancellationToken)).ContentLength;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public static async Task WriteAsync(
        this IAmazonS3 s3,
        ObjectLocation location,
        ReadOnlyMemory<byte> bytes,
        string contentType,
        CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(bytes.ToArray(), writable: false);
        var request = new PutObjectRequest
        {
            BucketName = location.Bucket,
            Key = location.Key,
            InputStream = content,
            ContentType = contentType,
        };
        await s3.PutObjectAsync(request, cancellationToken);
    }

    // A part's Content-Range ends in the size of the whole: bytes 0-4095/173644.
    private static long WholeSize(GetObjectResponse response) =>
        response.ContentRange is { Length: > 0 } range
        && long.TryParse(
            range[(range.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size
            : response.ContentLength;
}
