using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Workflow;

namespace CallRecording.Tasks.Results;

/// <summary>Writes a large object part by part, so that no single request is large, and one that fails is small to
/// repeat.</summary>
internal static class ObjectParts
{
    /// <summary>S3 wants 5 MiB or more for each but the last.</summary>
    public const int PartBytes = 8 * 1024 * 1024;

    /// <returns>S3's version of the object; null or empty where the bucket keeps none.</returns>
    public static async Task<string?> WriteAsync(
        IAmazonS3 s3, S3Uri file, ReadOnlyMemory<byte> content, string contentType, CancellationToken cancellationToken)
    {
        var start = new InitiateMultipartUploadRequest
        {
            BucketName = file.Bucket,
            Key = file.Key,
            ContentType = contentType,
        };
        var upload = (await s3.InitiateMultipartUploadAsync(start, cancellationToken)).UploadId;
        try
        {
            var end = new CompleteMultipartUploadRequest
            {
                BucketName = file.Bucket,
                Key = file.Key,
                UploadId = upload,
            };
            for (var at = 0; at < content.Length; at += PartBytes)
            {
                var part = content.Slice(at, Math.Min(PartBytes, content.Length - at));
                end.AddPartETags(await WritePartAsync(s3, file, upload, (at / PartBytes) + 1, part, cancellationToken));
            }

            return (await s3.CompleteMultipartUploadAsync(end, cancellationToken)).VersionId;
        }
        catch
        {
            // What is left of it costs money until the bucket's lifecycle takes it away.
            await TryAbortAsync(s3, file, upload);
            throw;
        }
    }

    private static async Task<UploadPartResponse> WritePartAsync(
        IAmazonS3 s3,
        S3Uri file,
        string upload,
        int number,
        ReadOnlyMemory<byte> part,
        CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(part.ToArray(), writable: false);
        var request = new UploadPartRequest
        {
            BucketName = file.Bucket,
            Key = file.Key,
            UploadId = upload,
            PartNumber = number,
            PartSize = part.Length,
            InputStream = body,
        };
        return await s3.UploadPartAsync(request, cancellationToken);
    }

    private static async Task TryAbortAsync(IAmazonS3 s3, S3Uri file, string upload)
    {
        var request = new AbortMultipartUploadRequest { BucketName = file.Bucket, Key = file.Key, UploadId = upload };
        try
        {
            await s3.AbortMultipartUploadAsync(request, CancellationToken.None);
        }
        catch (Exception problem) when (
            problem is AmazonServiceException or AmazonClientException or HttpRequestException or IOException)
        {
            // The failure itself is what is told; the lifecycle takes the parts.
        }
    }
}
