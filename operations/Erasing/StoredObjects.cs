using Amazon.S3;
using Amazon.S3.Model;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.Erasing;

/// <summary>Objects of S3 to be erased, with every version of them where a bucket keeps some.</summary>
internal sealed class StoredObjects(StackTarget target)
{
    /// <summary>Of one request: https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html.</summary>
    private const int MaxPerRequest = 1000;

    /// <summary>All whose keys begin like this.</summary>
    public Task<List<StoredVersion>> FindAsync(string bucket, string prefix, CancellationToken cancellationToken) =>
        target.Names.KeepsVersions
            ? FindVersionsAsync(bucket, prefix, cancellationToken)
            : FindObjectsAsync(bucket, prefix, cancellationToken);

    /// <exception cref="CommandException">Some could not be erased.</exception>
    public async Task EraseAsync(IEnumerable<StoredVersion> objects, CancellationToken cancellationToken)
    {
        foreach (var ofBucket in objects.GroupBy(one => one.Bucket, StringComparer.Ordinal))
        {
            await EraseAsync(ofBucket.Key, ofBucket, cancellationToken);
        }
    }

    private async Task EraseAsync(
        string bucket, IEnumerable<StoredVersion> objects, CancellationToken cancellationToken)
    {
        foreach (var some in objects.Chunk(MaxPerRequest))
        {
            var request = new DeleteObjectsRequest
            {
                BucketName = bucket,
                Objects = [.. some.Select(one => new KeyVersion { Key = one.Key, VersionId = one.VersionId })],
                Quiet = true,
            };
            try
            {
                await target.RetryPolicy.AskAsync(
                    $"DeleteObjects {bucket}",
                    () => target.S3.DeleteObjectsAsync(request, cancellationToken),
                    cancellationToken);
            }
            catch (DeleteObjectsException problem)
            {
                var first = problem.Response.DeleteErrors[0];
                throw new CommandException(
                    $"{problem.Response.DeleteErrors.Count} objects of {bucket} were not erased, the first "
                    + $"s3://{bucket}/{first.Key}: {first.Code}: {first.Message}",
                    problem);
            }
        }
    }

    private async Task<List<StoredVersion>> FindObjectsAsync(
        string bucket, string prefix, CancellationToken cancellationToken)
    {
        var found = new List<StoredVersion>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        await foreach (var page in target.ListAsync(request, cancellationToken))
        {
            found.AddRange((page.S3Objects ?? []).Select(one => new StoredVersion(bucket, one.Key, null)));
        }

        return found;
    }

    // Delete markers, too: without them nothing says any more that there was something.
    private async Task<List<StoredVersion>> FindVersionsAsync(
        string bucket, string prefix, CancellationToken cancellationToken)
    {
        var found = new List<StoredVersion>();
        var request = new ListVersionsRequest { BucketName = bucket, Prefix = prefix };
        bool more;
        do
        {
            var page = await target.RetryPolicy.AskAsync(
                $"ListObjectVersions {bucket}",
                () => target.S3.ListVersionsAsync(request, cancellationToken),
                cancellationToken);
            found.AddRange((page.Versions ?? []).Select(
                one => new StoredVersion(bucket, one.Key, one.VersionId)));
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
            more = page.IsTruncated == true;
        }
        while (more);

        return found;
    }
}
