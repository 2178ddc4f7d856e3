using System.Text.Json.Serialization;

namespace CallRecording.Emulators.Bda;

/// <summary>What mending an audio file changed.</summary>
/// <param name="Released">Jobs that hung and now go on to their end.</param>
/// <param name="Rewritten">Finished jobs whose results were spoiled and are now as they should be.</param>
internal sealed record MendAnswer(
    [property: JsonPropertyName("s3Uri")] string S3Uri,
    [property: JsonPropertyName("released")] int Released,
    [property: JsonPropertyName("rewritten")] int Rewritten);
