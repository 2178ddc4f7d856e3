using System.Text.Json.Nodes;
using CallRecording.Tasks.Api.Queries;
using CallRecording.Tasks.Recordings;
using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CallRecording.Workflow.Recordings;

namespace CallRecording.Tasks.Api;

/// <summary>GET /analytics/{hash}/audio: to where the recording can be heard for some minutes. A page that signs in by
/// a header asks for JSON: an audio element cannot send one.</summary>
internal sealed class GetAudio(RecordingFinder recordings, AudioLinks links)
{
    public const string Route = "/analytics/{hash}/audio";

    // Only its extension matters here; the player reports an empty file.
    private const long AnySize = 1;

    public async Task<ApiResponse> AnswerAsync(string hash, ApiQuery query, CancellationToken cancellationToken)
    {
        query.AllowOnly("epchdatetimestamp", "as");
        var asJson = query.OneOf("as", "json") is not null;
        var recording = await recordings.FindAsync(hash, query, cancellationToken);
        var (audio, contentType) = AudioOf(recording);
        var address = await links.FindAsync(audio, contentType, cancellationToken)
            ?? throw new ApiProblemException(404, $"The recording is gone: {audio} does not exist.");
        return asJson ? ApiResponse.Of(200, Json(address, contentType)) : ApiResponse.Redirect(address);
    }

    private static (S3Uri Audio, string ContentType) AudioOf(StoredRecording recording)
    {
        if (!S3Uri.TryParse(recording.Audio, out var audio, out var problem))
        {
            throw new ApiProblemException(404, $"There is no recording to hear: {problem}");
        }

        try
        {
            return (audio, AudioFormat.ContentTypeOf(AudioFormat.Check(audio, AnySize)));
        }
        catch (AudioRejectedException refusal)
        {
            throw new ApiProblemException(404, $"There is no recording to hear: {refusal.Message}");
        }
    }

    private static JsonObject Json(Uri address, string contentType) => new()
    {
        ["message"] = "The recording can be heard at this address",
        ["url"] = address.AbsoluteUri,
        ["expires_in_seconds"] = (int)AudioLinks.Lifetime.TotalSeconds,
        ["content_type"] = contentType,
    };
}
