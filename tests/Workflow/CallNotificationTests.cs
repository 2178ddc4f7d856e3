using System.Text.Json.Nodes;
using CallRecording.Tests.Workflow.Notifications;
using CallRecording.Workflow;

namespace CallRecording.Tests.Workflow;

public sealed class CallNotificationTests
{
    private const string Documented =
        """
        {
          "callId": "unique-call-identifier",
          "audioS3Uri": "s3://bucket/path/to/audio.mp3",
          "timestamp": "2024-01-01T00:00:00Z",
          "metadata": {"agent": "7", "queue": {"name": "sales", "id": 3.50}}
        }
        """;

    private const string DocumentedCanonically =
        """{"audioS3Uri":"s3://bucket/path/to/audio.mp3","callId":"unique-call-identifier","metadata":""" +
        """{"agent":"7","queue":{"id":3.50,"name":"sales"}},"timestamp":"2024-01-01T00:00:00Z"}""";

    [Fact]
    public void The_documented_message_is_read()
    {
        var notification = CallNotification.Read(Documented);

        Assert.Equal("unique-call-identifier", notification.CallId);
        Assert.Equal(new S3Uri("bucket", "path/to/audio.mp3"), notification.Audio);
        Assert.Equal(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), notification.Timestamp);
        Assert.Equal("sales", (string?)notification.Metadata?["queue"]?["name"]);
        Assert.Equal(DocumentedCanonically, notification.CanonicalJson());
    }

    [Fact]
    public void Its_canonical_form_is_read_as_itself() =>
        Assert.Equal(DocumentedCanonically, CallNotification.Read(DocumentedCanonically).CanonicalJson());

    [Fact]
    public void An_SNS_envelope_is_opened() =>
        Assert.Equal(DocumentedCanonically, CallNotification.Read(Bodies.Envelope(Documented)).CanonicalJson());

    [Fact]
    public void Without_a_timestamp_the_envelope_has_one()
    {
        var read = CallNotification.Read(Bodies.Envelope("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav"}"""));

        Assert.Equal(new DateTimeOffset(2024, 5, 6, 7, 8, 9, TimeSpan.Zero), read.Timestamp);
    }

    [Fact]
    public void The_notification_s_own_timestamp_goes_before_the_envelope_s()
    {
        var notification = CallNotification.Read(Bodies.Envelope(Documented));

        Assert.Equal(2024, notification.Timestamp.Year);
        Assert.Equal(1, notification.Timestamp.Month);
    }

    [Theory]
    [InlineData("""{"timestamp":"2024-01-01T00:00:00Z","audioS3Uri":"s3://bucket/a.wav","callId":"c"}""")]
    [InlineData("""{"metadata":null,"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01T00:00Z"}""")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01T00:00:00Z","metadata":{}}""")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01T01:00:00.999+01:00"}""")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01T00:00:00","version":2}""")]
    [InlineData("""{"callId":"x","callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01T00:00:00Z"}""")]
    [InlineData("""{"callId":" c\t","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01T00:00:00Z"}""")]
    [InlineData(
        """{"callId":"\u00a0c\u3000\u2028","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01T00:00:00Z"}""")]
    [InlineData("""{"callId":"\u0063","audioS3Uri":"s3:\/\/bucket/a.wav","timestamp":"2024-01-01T00:00:00Z"}""")]
    public void The_same_call_told_differently_has_the_same_canonical_form(string body) =>
        Assert.Equal(
            """{"audioS3Uri":"s3://bucket/a.wav","callId":"c","timestamp":"2024-01-01T00:00:00Z"}""",
            CallNotification.Read(body).CanonicalJson());

    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("12345678901234567890.123456789")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[1,null,true,false,\"\",{\"a\":[]}]")]
    [InlineData("\"\\\"\\\\\\u0000\\u001f/é\u2028💡\"")]
    public void Metadata_keeps_its_text(string value) =>
        Assert.Equal(
            """{"audioS3Uri":"s3://bucket/a.wav","callId":"c","metadata":""" +
            $$"""{"m":{{value}}},"timestamp":"2024-01-01T00:00:00Z"}""",
            CallNotification.Read(Bodies.WithMetadata($$"""{"m":{{value}}}""")).CanonicalJson());

    [Fact]
    public void Keys_are_in_ordinal_order_and_differ_by_case()
    {
        var notification = CallNotification.Read(Bodies.WithMetadata("""{"b":1,"é":2,"A":3,"a":4,"B":5,"_":6}"""));

        Assert.Equal("""{"A":3,"B":5,"_":6,"a":4,"b":1,"\u00E9":2}""", notification.Metadata?.ToJsonString());
    }

    [Fact]
    public void Of_a_repeated_key_in_the_metadata_the_last_counts()
    {
        var notification = CallNotification.Read(Bodies.WithMetadata("""{"a":{"b":1,"b":2},"a":{"b":3,"b":4}}"""));

        Assert.Equal("""{"a":{"b":4}}""", notification.Metadata?.ToJsonString());
    }

    [Fact]
    public void Half_of_a_pair_in_the_message_itself_is_replaced() =>
        Assert.Equal("a\uFFFDb", CallNotification.Read(Bodies.Body("a\uD800b")).CallId);

    [Fact]
    public void Metadata_made_by_hand_is_written_canonically()
    {
        var notification = new CallNotification(
            "c",
            new S3Uri("bucket", "a.wav"),
            DateTimeOffset.UnixEpoch,
            new JsonObject { ["z"] = 1, ["a"] = "<é>" });

        Assert.Equal(
            """{"audioS3Uri":"s3://bucket/a.wav","callId":"c","metadata":""" +
            """{"a":"<é>","z":1},"timestamp":"1970-01-01T00:00:00Z"}""",
            notification.CanonicalJson());
    }
}
