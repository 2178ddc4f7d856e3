using System.Text.Json;
using CallRecording.Tasks.Api;

namespace CallRecording.Tasks.Uploads;

/// <summary>POST /analytics/uploads/complete: publishes the call of an uploaded file like every other. A repetition
/// has no effect: the same notification has the same execution.</summary>
internal sealed class CompleteUpload(
    UploadedAudio uploaded, UploadConflicts conflicts, CallTopic topic, UploadToken token)
{
    /// <summary>A token holds a notification, whose metadata may be 128 KiB.</summary>
    private const int MaxBodyBytes = 256 * 1024;

    public async Task<ApiResponse> AnswerAsync(UploadsRequest request, CancellationToken cancellationToken)
    {
        var (notification, announced) = token.Read(Token(request));
        var size = await uploaded.SizeAsync(notification.Audio, cancellationToken)
            ?? throw new ApiProblemException(409, "The file is not there; upload it first.");
        if (size != announced)
        {
            throw new ApiProblemException(
                409, $"The file has {size} bytes, {announced} were announced; announce it again.");
        }

        await conflicts.RefuseAsync(notification, cancellationToken);
        await topic.PublishAsync(notification, cancellationToken);
        return ApiResponse.Of(202, UploadedCall.Of("The call recording is queued.", notification));
    }

    private static string Token(UploadsRequest request)
    {
        using var body = request.Json(MaxBodyBytes, "upload");
        return body.RootElement.TryGetProperty("upload", out var token) && token.ValueKind is JsonValueKind.String
            ? token.GetString()! // A string has a text.
            : throw new ApiProblemException(400, "upload is missing, expected the text that announcing the file gave.");
    }
}
