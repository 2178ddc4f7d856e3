using System.Runtime.CompilerServices;
using Amazon.S3.Model;

namespace CallRecording.Operations.Targets;

/// <summary>What is in a bucket of a stack, page by page.</summary>
internal static class BucketListing
{
    public static async IAsyncEnumerable<ListObjectsV2Response> ListAsync(
        this StackTarget target,
        ListObjectsV2Request request,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            var page = await target.RetryPolicy.AskAsync(
                $"ListObjectsV2 {request.BucketName}",
                () => target.S3.ListObjectsV2Async(request, cancellationToken),
                cancellationToken);
            yield return page;
            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }
}
