using System.Text;
using CallRecording.Workflow.Results;

namespace CallRecording.Tests.Workflow.Results;

/// <summary>Small documents of the shapes that jobs write.</summary>
internal static class Documents
{
    /// <summary>Two channels that overlap, a mark without times, and something personal.</summary>
    public const string Standard =
        """
        {
          "metadata": {"asset_id": "0", "semantic_modality": "AUDIO", "s3_bucket": "bucket", "s3_key": "a.wav",
            "duration_millis": 4250, "dominant_asset_language": "DE"},
          "audio_items": [
            {"item_index": 0, "audio_segment_index": 0, "content": "Grüße", "start_timestamp_millis": 0,
              "end_timestamp_millis": 900},
            {"item_index": 1, "audio_segment_index": 0, "content": "."},
            {"item_index": 2, "audio_segment_index": 1, "content": "Anna", "start_timestamp_millis": 800,
              "end_timestamp_millis": 1500}
          ],
          "audio_segments": [
            {"start_timestamp_millis": 0, "end_timestamp_millis": 1000, "segment_index": 0, "type": "TRANSCRIPT",
              "text": "Grüße.",
              "speaker": {"speaker_label": "spk_0"}, "channel": {"channel_label": "ch_0"}, "audio_item_indices": [0,
                1], "language": "DE"},
            {"start_timestamp_millis": 800, "end_timestamp_millis": 1500, "segment_index": 1, "type": "TRANSCRIPT",
              "text": "Anna",
              "sensitive_data_detection": [{"index": 0, "entity_type": "NAME", "content": "Anna",
                "start_character_offset": 0, "end_character_offset": 4}]}
          ],
          "audio": {
            "summary": "A greeting.",
            "transcript": {"representation": {"text": "Grüße. Anna"}},
            "content_moderation": [
              {"id": "m-0", "type": "AUDIO_MODERATION", "confidence": 0.1896, "start_timestamp_millis": 0,
                "end_timestamp_millis": 1000,
                "moderation_categories": [{"category": "profanity", "confidence": 0.1406}]}
            ]
          },
          "topics": [
            {"topic_index": 0, "start_timestamp_millis": 0, "end_timestamp_millis": 1500,
              "summary": "They greet each other.",
              "transcript": {"representation": {"text": "[spk_0]: Grüße."}}, "audio_segment_indices": [0, 1]}
          ],
          "statistics": {"speaker_count": 2, "channel_count": 1, "word_count": 2, "topic_count": 1}
        }
        """;

    public const string Custom =
        """
        {
          "metadata": {"dominant_asset_language": "DE"},
          "matched_blueprint": {"arn": "arn:aws:bedrock:us-east-1:123456789012:blueprint/1", "name": "Calls",
            "confidence": 1.0},
          "inference_result": {"issue_resolution": true, "call_summary": "They greet.",
            "call_categories": ["Greeting", "Social"],
            "call_topics": ["hello"], "caller_satisfaction_level": 5, "notes": {"a": [1.50]}}
        }
        """;

    public static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    public static StandardResult StandardOf(string json) => StandardResult.Read(Utf8(json));

    public static CustomResult CustomOf(string inferenceResult) =>
        CustomResult.Read(Utf8($$"""{"inference_result": {{inferenceResult}}}"""));
}
