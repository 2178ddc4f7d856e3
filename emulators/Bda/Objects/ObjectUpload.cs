using System.Buffers;
using Amazon.S3;
using Amazon.S3.Model;

namespace CallRecording.Emulators.Bda.Objects;

/// <summary>Puts a stream to S3, in parts where it is long: never more than one of them is in memory.</summary>
internal static class ObjectUpload
{
    // fauxqs takes bodies up to 11 MiB; parts have at least 5.
    private const int PartBytes = 8 * 1024 * 1024;

    public static async Task UploadAsync(
        this IAmazonS3 s3,
        ObjectLocation target,
        Stream content,
        string contentType,
        CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PartBytes);
        try
        {
            var count = await FillAsync(content, buffer, cancellationToken);
            if (count < PartBytes)
            {
                await s3.WriteAsync(target, buffer.AsMemory(0, count), contentType, cancellationToken);
                return;
            }

            await UploadPartsAsync(s3, target, content, buffer, contentType, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <param name="buffer">Holds the first part.</param>
    private static async Task UploadPartsAsync(
        IAmazonS3 s3,
        ObjectLocation target,
        Stream content,
        byte[] buffer,
        string contentType,
        CancellationToken cancellationToken)
    {
        var start = new InitiateMultipartUploadRequest
        {
            BucketName = target.Bucket,
            Key = target.Key,
            ContentType = contentType,
        };
        var upload = (await s3.InitiateMultipartUploadAsync(start, cancellationToken)).UploadId;
        try
        {
            var end = new CompleteMultipartUploadRequest
            {
                BucketName = target.Bucket,
                Key = target.Key,
                UploadId = upload,
            };
            for (var (number, count) = (1, PartBytes); count > 0; number++)
            {
                end.AddPartETags(
                    await s3.UploadPartAsync(Part(target, upload, number, buffer, count), cancellationToken));
                count = await FillAsync(content, buffer, cancellationToken);
            }

            await s3.CompleteMultipartUploadAsync(end, cancellationToken);
        }
        catch
        {
            await TryAbortAsync(s3, target, upload);
            throw;
        }
    }

    private static async Task TryAbortAsync(IAmazonS3 s3, ObjectLocation target, string upload)
    {
        try
        {
            await s3.AbortMultipartUploadAsync(target.Bucket, target.Key, upload, CancellationToken.None);
        }
        catch (Exception trouble) when (S3Trouble.Is(trouble))
        {
            // What went wrong before is what is told.
        }
    }

    private static UploadPartRequest Part(
        ObjectLocation target, string upload, int number, byte[] buffer, int count) =>
        new()
        {
            BucketName = target.Bucket,
            Key = target.Key,
            UploadId = upload,
            PartNumber = number,
            PartSize = count,
            InputStream = new MemoryStream(buffer, 0, count, writable: false),
        };

    private static async Task<int> FillAsync(Stream content, byte[] buffer, CancellationToken cancellationToken) =>
        await content.ReadAtLeastAsync(
            buffer.AsMemory(0, PartBytes), PartBytes, throwOnEndOfStream: false, cancellationToken);
}
