using System.Text.Json.Nodes;

namespace CallRecording.Tests.Workflow.Notifications;

/// <summary>Message bodies as the queue delivers them.</summary>
internal static class Bodies
{
    public static string Body(string callId) =>
        $$"""{"callId":"{{callId}}","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01T00:00:00Z"}""";

    public static string WithMetadata(string metadata) =>
        """{"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01T00:00:00Z","metadata":""" +
        metadata + "}";

    public static string Envelope(string message, string timestamp = "2024-05-06T07:08:09.123Z") => new JsonObject
    {
        ["Type"] = "Notification",
        ["MessageId"] = "da41e39f-ea4d-435a-b922-c6aae3915ebe",
        ["TopicArn"] = "arn:aws:sns:us-east-1:123456789012:topic",
        ["Message"] = message,
        ["Timestamp"] = timestamp,
        ["SignatureVersion"] = "1",
    }.ToJsonString();
}
