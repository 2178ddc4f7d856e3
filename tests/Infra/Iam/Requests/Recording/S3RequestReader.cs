namespace CallRecording.Tests.Infra.Iam.Requests.Recording;

/// <summary>Requests to S3, which are told by method, path and query. Source: the table "S3 API operations and
/// permissions", https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html.</summary>
internal static class S3RequestReader
{
    public static IEnumerable<(string Action, string Resource)> Read(ObservedRequest request)
    {
        var path = Uri.UnescapeDataString(request.Path).TrimStart('/').Split('/', 2);
        if (path is not [var bucket, { Length: > 0 } key])
        {
            throw RequestReader.Unknown($"{request.Method} {request.Path}");
        }

        var ofVersion = request.Query.ContainsKey("versionId") ? "Version" : "";
        var action = (request.Method, IsOfUpload(request)) switch
        {
            // Also a presigned GET: it is the signer's.
            ("GET" or "HEAD", false) => $"s3:GetObject{ofVersion}",
            ("PUT", _) when request.Headers.ContainsKey("x-amz-copy-source") =>
                throw RequestReader.Unknown("CopyObject"),
            ("PUT", _) => "s3:PutObject",
            // Beginning an upload in parts, and ending it.
            ("POST", true) => "s3:PutObject",
            ("DELETE", true) => "s3:AbortMultipartUpload",
            ("DELETE", false) => $"s3:DeleteObject{ofVersion}",
            _ => throw RequestReader.Unknown($"{request.Method} {request.Path}?{string.Join('&', request.Query.Keys)}"),
        };
        yield return (action, ResourceWords.OfObject(bucket, key));
        if (request.Method is "GET" or "HEAD" && request.Status == 404)
        {
            // "If you have the s3:ListBucket permission on the bucket, Amazon S3 returns an HTTP status code 404", else
            // 403: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html.
            yield return ("s3:ListBucket", ResourceWords.OfBucket(bucket, key));
        }
    }

    private static bool IsOfUpload(ObservedRequest request) =>
        request.Query.ContainsKey("uploads") || request.Query.ContainsKey("uploadId");
}
