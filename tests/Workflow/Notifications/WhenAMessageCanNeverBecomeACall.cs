using CallRecording.Workflow;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tests.Workflow.Notifications;

public sealed class WhenAMessageCanNeverBecomeACall
{
    [Theory]
    [InlineData("", "The message is not JSON")]
    [InlineData("nonsense", "it has 8 characters, line 1, byte 2 is not what JSON has there.")]
    [InlineData("{\"callId\":", "The message is not JSON")]
    [InlineData("[]", "The notification is an array, expected a JSON object.")]
    [InlineData("\"text\"", "The notification is a string")]
    [InlineData("1", "The notification is a number")]
    [InlineData("null", "The notification is null")]
    [InlineData("true", "The notification is a boolean")]
    [InlineData("{}", "callId is missing.")]
    [InlineData("""{"callId":null}""", "callId is missing.")]
    [InlineData("""{"callId":7}""", "callId is a number, expected a string.")]
    [InlineData("""{"callId":{}}""", "callId is an object, expected a string.")]
    [InlineData("""{"callId":""}""", "callId is empty.")]
    [InlineData("""{"callId":"  "}""", "callId is empty.")]
    [InlineData("""{"callId":"a\u0007b"}""", "callId holds a control character at position 2 of 3.")]
    [InlineData("""{"callId":"\ud800"}""", "half of a UTF-16 pair")]
    [InlineData("""{"callId":"c"}""", "audioS3Uri is missing.")]
    [InlineData("""{"callId":"c","audioS3Uri":"https://x/a.wav"}""",
        "audioS3Uri is unusable: A text of 15 characters does not begin with s3://")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav"}""", "timestamp is missing")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":1704067200}""", "timestamp is a number")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":"soon"}""",
        "timestamp is unusable: A text of 4 characters is no time")]
    [InlineData("""{"Type":"Notification","Message":{}}""", "Message is an object, expected a string.")]
    [InlineData("""{"Type":"Notification","Message":"hello"}""", "The SNS envelope's Message is not JSON")]
    [InlineData("""{"Type":"Notification","Message":"[]"}""", "The notification is an array")]
    [InlineData("""{"Type":"SubscriptionConfirmation","Message":"You have chosen"}""", "callId is missing.")]
    [InlineData("""{"Type":7,"Message":"{}"}""", "callId is missing.")]
    public void What_can_never_become_a_call_is_rejected_with_the_reason(string body, string expected)
    {
        var thrown = Assert.Throws<NotificationRejectedException>(() => CallNotification.Read(body));

        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "metadata is an array, expected a JSON object.")]
    [InlineData("\"x\"", "metadata is a string, expected a JSON object.")]
    [InlineData("""{"\ud800":1}""", "half of a UTF-16 pair")]
    [InlineData("""{"a":["\udc00"]}""", "half of a UTF-16 pair")]
    public void Metadata_that_is_none_is_rejected(string metadata, string expected)
    {
        var thrown = Assert.Throws<NotificationRejectedException>(
            () => CallNotification.Read(Bodies.WithMetadata(metadata)));

        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_envelope_with_a_bad_timestamp_cannot_lend_it()
    {
        var body = Bodies.Envelope("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav"}""", "yesterday");

        var thrown = Assert.Throws<NotificationRejectedException>(() => CallNotification.Read(body));

        Assert.StartsWith(
            "The SNS envelope's Timestamp is unusable: A text of 9 characters is no time", thrown.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void A_callId_has_at_most_256_characters(int length, bool accepted) =>
        Accepts(accepted, Bodies.Body(new string('c', length)), "callId has 257 characters, expected at most 256.");

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(900, false)]
    public void Metadata_is_at_most_32_levels_deep(int depth, bool accepted)
    {
        var deep = new string('[', depth - 1) + new string(']', depth - 1);

        Accepts(accepted, Bodies.WithMetadata($$"""{"m":{{deep}}}"""), "metadata is nested deeper than 32 levels.");
    }

    [Fact]
    public void A_message_deeper_than_can_be_read_is_rejected() =>
        Accepts(accepted: false, Bodies.WithMetadata(new string('[', 2000)), "deeper than 1000 levels");

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_canonical_form_has_at_most_128_KiB(int tooMany, bool accepted)
    {
        var empty = CallNotification.Read(Bodies.WithMetadata("""{"m":""}""")).CanonicalJson().Length;
        var filler = new string('m', (128 * 1024) - empty + tooMany);

        Accepts(accepted, Bodies.WithMetadata($$"""{"m":"{{filler}}"}"""), "has 131073 bytes, expected at most 131072");
    }

    [Theory]
    [InlineData("sesame")]
    [InlineData("{sesame")]
    [InlineData("\"sesame\"")]
    [InlineData("""{"callId":"sesame\u0007"}""")]
    [InlineData("""{"callId":"c","audioS3Uri":"sesame"}""")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://Sesame/a.wav"}""")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://se/sesame"}""")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":"sesame"}""")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":["sesame"]}""")]
    [InlineData("""{"callId":"c","audioS3Uri":"s3://bucket/a.wav","timestamp":"2024-01-01","metadata":"sesame"}""")]
    [InlineData("""{"Type":"Notification","Message":"sesame"}""")]
    [InlineData("""{"callId":"c",sesame}""")]
    public void A_rejection_repeats_none_of_the_words_that_it_rejects(string body)
    {
        var thrown = Assert.Throws<NotificationRejectedException>(() => CallNotification.Read(body));

        Assert.DoesNotContain("sesame", thrown.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.InRange(thrown.Message.Length, 1, 200);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    private static void Accepts(bool accepted, string body, string otherwise)
    {
        var thrown = Record.Exception(() => CallNotification.Read(body));

        if (accepted)
        {
            Assert.Null(thrown);
            return;
        }

        var rejected = Assert.IsType<NotificationRejectedException>(thrown);
        Assert.Contains(otherwise, rejected.Message, StringComparison.Ordinal);
    }
}
