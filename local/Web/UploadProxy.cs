using System.Globalization;
using System.Net;
using Amazon.S3;
using Amazon.S3.Transfer;
using CallRecording.Workflow.Recordings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CallRecording.Local.Web;

/// <summary>Takes what a browser puts to a presigned address of S3: the emulator answers no preflight and takes 11 MiB
/// at most, so the page puts to its own address, and the file goes on from here in parts.</summary>
internal sealed class UploadProxy(IAmazonS3 s3, string bucket, TimeProvider time)
{
    /// <summary>What stands before bucket and key.</summary>
    public const string Path = "/uploads-proxy";

    private const string AmzDate = "yyyyMMdd'T'HHmmss'Z'";
    private const long PartBytes = 8 * 1024 * 1024;

    public void Map(WebApplication server) => server.MapWhen(
        context => context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal),
        branch => branch.Run(AnswerAsync));

    private async Task AnswerAsync(HttpContext context)
    {
        var (statusCode, problem) = await PutAsync(context.Request);
        context.Response.StatusCode = statusCode;
        if (problem is not null)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(problem + "\n", context.RequestAborted);
        }
    }

    private async Task<(int StatusCode, string? Problem)> PutAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPut(request.Method))
        {
            return (405, $"{request.Method} is not served here, PUT is.");
        }

        if (!request.Path.StartsWithSegments($"{Path}/{bucket}", StringComparison.Ordinal, out var key)
            || key.Value is not { Length: > 1 } path)
        {
            return (404, "There is no such bucket here.");
        }

        if (!IsPresigned(request.Query, out var ends) || time.GetUtcNow() >= ends)
        {
            return (403, "The address is not presigned, or it expired; announce the file again.");
        }

        if (request.ContentLength > AudioFormat.MaxSizeBytes)
        {
            return (413, $"The file has {request.ContentLength} bytes, expected at most {AudioFormat.MaxSizeBytes}.");
        }

        if (await IsThereAsync(path[1..], request.HttpContext.RequestAborted))
        {
            return (412, "A file was put to this address before, and none is replaced.");
        }

        await SendOnAsync(request, path[1..]);
        return (200, null);
    }

    // As S3 does by If-None-Match, which the emulator does not know.
    private async Task<bool> IsThereAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await s3.GetObjectMetadataAsync(bucket, key, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception error) when (error.StatusCode is HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task SendOnAsync(HttpRequest request, string key)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit)
        {
            limit.MaxRequestBodySize = AudioFormat.MaxSizeBytes;
        }

        using var transfer = new TransferUtility(s3);
        await transfer.UploadAsync(
            new TransferUtilityUploadRequest
            {
                BucketName = bucket,
                Key = key,
                ContentType = request.ContentType,
                InputStream = request.Body,
                AutoCloseStream = false,
                PartSize = PartBytes,
            },
            request.HttpContext.RequestAborted);
    }

    // The emulators check no signatures; the time is kept as S3 keeps it.
    private static bool IsPresigned(IQueryCollection query, out DateTimeOffset ends)
    {
        ends = default;
        if (query["X-Amz-Signature"] is not [{ Length: > 0 }]
            || !DateTimeOffset.TryParseExact(
                query["X-Amz-Date"],
                AmzDate,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var start)
            || !int.TryParse(query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return false;
        }

        ends = start.AddSeconds(seconds);
        return true;
    }
}
