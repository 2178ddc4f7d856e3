using CallRecording.Workflow;
using CallRecording.Workflow.Failures;
using CsCheck;

namespace CallRecording.Tests.Workflow.Notifications;

/// <summary>Whatever comes in is read, or rejected with a reason: never another exception.</summary>
public sealed class WhenAnythingIsRead
{
    [Theory]
    [InlineData("\ud800")]
    [InlineData("{\"callId\":\"\\ud800\",\"audioS3Uri\":\"s3://bucket/a.wav\",\"timestamp\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"callId\":\"a\",\"audioS3Uri\":\"s3://bucket/\\udc00.wav\",\"timestamp\":\"2026-01-01T00:00:00Z\"}")]
    [InlineData("{\"\\ud800\":1,\"callId\":\"a\",\"audioS3Uri\":\"s3://bucket/a.wav\",\"timestamp\":\"\\ud800\"}")]
    [InlineData(
        "{\"callId\":\"a\",\"audioS3Uri\":\"s3://bucket/a.wav\",\"timestamp\":\"2026-01-01T00:00:00Z\","
            + "\"metadata\":{\"a\":\"\\ud800\"}}")]
    [InlineData(
        "{\"callId\":\"a\",\"audioS3Uri\":\"s3://bucket/a.wav\",\"timestamp\":\"2026-01-01T00:00:00Z\","
            + "\"metadata\":{\"\\ud800\":1}}")]
    [InlineData("{\"Type\":\"Notification\",\"TopicArn\":\"t\",\"Message\":\"\\ud800\"}")]
    [InlineData("{\"Type\":\"\\ud800\",\"Message\":\"{}\"}")]
    public void Half_a_character_is_no_surprise(string body) => Assert.True(IsReadOrRejected(body));

    [Fact]
    public void Nor_is_any_other_text() =>
        Gen.OneOf(Gen.String, Gen.Select(Gen.String, Gen.String, (name, value) =>
            $$"""{"callId":"{{value}}","audioS3Uri":"s3://bucket/{{name}}","timestamp":"{{value}}","""
                + $"\"{name}\":{value}}}"))
            .Sample(IsReadOrRejected, iter: 5_000);

    private static bool IsReadOrRejected(string body)
    {
        try
        {
            return CallNotification.Read(body).CanonicalJson().Length > 0;
        }
        catch (NotificationRejectedException rejection)
        {
            return rejection.Message.Length > 0;
        }
    }
}
