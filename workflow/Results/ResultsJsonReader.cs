using System.Text.Json;
using System.Text.Json.Nodes;
using CallRecording.Workflow.Failures;

namespace CallRecording.Workflow.Results;

internal static class ResultsJsonReader
{
    private const string Name = "results.json";

    public static CallRecord Read(ReadOnlyMemory<byte> json) => ResultFile.Read(json, Name, Read);

    private static CallRecord Read(JsonElement json)
    {
        var schema = json.Whole("schema");
        return schema == CallRecord.Schema
            ? new CallRecord(Call(json), Results(json))
            : throw new ResultsUnreadableException(
                $"The {Name}'s schema is {schema?.ToString() ?? "missing"}, expected {CallRecord.Schema}.");
    }

    private static RecordedCall Call(JsonElement json) => new(
        json.Text("call_id") ?? throw Missing("call_id"),
        Location(json, "s3_input_uri"),
        Timestamp(json),
        Location(json, "s3_output_uri"),
        Object(json, "metadata"));

    private static CallResults Results(JsonElement json) => new()
    {
        Transcript = json.Text("transcript") ?? throw Missing("transcript"),
        AudioSummary = json.Text("audio_summary"),
        TopicSummaries = [.. json.Items("topic_summary").Select(TopicSummary.Read)],
        CallSummary = json.Text("call_summary"),
        CallCategories = Texts(json, "call_categories"),
        Topics = Texts(json, "topics"),
        Moderation = [.. json.Items("audio_content_moderation").Select(ModeratedSpan.Read)],
        Inference = Object(json, "inference"),
        BlueprintArn = json.Text("blueprint_arn"),
        BlueprintName = json.Text("blueprint_name"),
        Language = json.Text("language"),
        DurationSeconds = json.Number("duration_seconds"),
        SpeakerCount = json.Index("speaker_count"),
        ChannelCount = json.Index("channel_count"),
        Segments = [.. json.Items("segments").Select(Segment.Read)],
        Words = [.. json.Items("words").Select(Word.Read).OfType<Word>()],
    };

    private static DateTimeOffset Timestamp(JsonElement json)
    {
        var epochSeconds = json.Whole("epchdatetimestamp") ?? throw Missing("epchdatetimestamp");
        return epochSeconds >= 0 && epochSeconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(epochSeconds)
            : throw new ResultsUnreadableException($"The {Name}'s epchdatetimestamp is {epochSeconds}, no time.");
    }

    private static S3Uri Location(JsonElement json, string name) =>
        S3Uri.TryParse(json.Text(name), out var uri, out var problem)
            ? uri
            : throw new ResultsUnreadableException($"The {Name}'s {name} is unusable: {problem}");

    private static IReadOnlyList<string> Texts(JsonElement json, string name) =>
        [.. json.Items(name).Select(item => ((JsonElement?)item).Text()).OfType<string>()];

    private static JsonObject? Object(JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Object } value ? JsonObject.Create(value.Clone()) : null;

    private static ResultsUnreadableException Missing(string member) => new($"The {Name} has no {member}.");
}
