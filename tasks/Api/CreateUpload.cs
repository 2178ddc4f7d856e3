using System.Text.Json.Nodes;
using CallRecording.Tasks.Aws;
using CallRecording.Workflow.Recordings;

namespace CallRecording.Tasks.Api;

/// <summary>POST /analytics/uploads: where a file may be put, for some minutes.</summary>
internal sealed class CreateUpload(
    UploadedAudio uploaded, string bucket, string? address, UploadToken token, TimeProvider time)
{
    public async Task<ApiResponse> AnswerAsync(UploadsRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var upload = AnnouncedUpload.Read(request, bucket, time.GetUtcNow());
        var contentType = AudioFormat.ContentTypeOf(upload.Extension);
        var url = await uploaded.AddressForAsync(upload.Notification.Audio, contentType);
        var body = UploadedCall.Of("Put the file to url with these headers, then complete the upload.", upload.Notification);
        body["upload"] = token.Of(upload);
        body["url"] = address is null ? url.AbsoluteUri : address + url.PathAndQuery;
        body["headers"] = new JsonObject { ["Content-Type"] = contentType };
        body["expires_in_seconds"] = (int)UploadedAudio.AddressLifetime.TotalSeconds;
        return ApiResponse.Of(201, body);
    }
}
