using System.Text.Json.Nodes;
using CallRecording.Tasks.Api;
using CallRecording.Workflow.Recordings;

namespace CallRecording.Tasks.Uploads;

/// <summary>POST /analytics/uploads: where a file may be put, for some minutes.</summary>
/// <param name="newToken">For an announcement without a client token: another one each time.</param>
internal sealed class CreateUpload(
    UploadedAudio uploaded,
    UploadConflicts conflicts,
    string bucket,
    string? address,
    UploadToken token,
    TimeProvider time,
    Func<string> newToken)
{
    public async Task<ApiResponse> AnswerAsync(UploadsRequest request, CancellationToken cancellationToken)
    {
        var upload = AnnouncedUpload.Read(request, bucket, time.GetUtcNow(), newToken);
        await conflicts.RefuseAsync(upload.Notification, cancellationToken);
        var headers = UploadedAudio.HeadersFor(AudioFormat.ContentTypeOf(upload.Extension));
        var url = await uploaded.AddressForAsync(upload.Notification.Audio, headers, upload.SizeBytes);
        var body = UploadedCall.Of(
            "Put the file to url with these headers, then complete the upload.", upload.Notification);
        body["upload"] = token.Of(upload);
        body["url"] = address is null ? url.AbsoluteUri : address + url.PathAndQuery;
        body["headers"] = new JsonObject(
            headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value)));
        body["expires_in_seconds"] = (int)UploadedAudio.AddressLifetime.TotalSeconds;
        return ApiResponse.Of(201, body);
    }
}
