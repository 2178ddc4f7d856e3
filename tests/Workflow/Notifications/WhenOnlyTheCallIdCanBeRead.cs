using CallRecording.Workflow;

namespace CallRecording.Tests.Workflow.Notifications;

/// <summary>A person who looks at a bad message learns which call it was about, wherever that can be read.</summary>
public sealed class WhenOnlyTheCallIdCanBeRead
{
    [Theory]
    [InlineData("""{"callId":"c-1"}""", "c-1")]
    [InlineData("""{"callId":" c-1 ","audioS3Uri":7}""", "c-1")]
    [InlineData("""{"callId":"c-1","audioS3Uri":"s3://buck""", "c-1")]
    [InlineData("""{"callId":"c-1",nonsense""", "c-1")]
    [InlineData("""{"metadata":{"callId":"other"},"callId":"c-1"}""", "c-1")]
    [InlineData("""{"callId":"c-0","callId":"c-1"}""", "c-1")]
    [InlineData("""{"callId":"c-1","metadata":"\ud800"}""", "c-1")]
    [InlineData("""{"callId":17}""", "17")]
    [InlineData("""{"Type":"Notification","Message":"{\"callId\":\"c-1\"}"}""", "c-1")]
    [InlineData("""{"Type":"Notification","callId":"other","Message":"no JSON"}""", null)]
    [InlineData("", null)]
    [InlineData("callId", null)]
    [InlineData("""["callId","c-1"]""", null)]
    [InlineData("""{"callId":"  "}""", null)]
    [InlineData("""{"callId":null}""", null)]
    [InlineData("""{"callId":{"callId":"other"}}""", null)]
    [InlineData("""{"callId":"\ud800"}""", null)]
    [InlineData("""{"callId":"c-""", null)]
    public void It_is_found(string body, string? callId) => Assert.Equal(callId, CallNotification.FindCallId(body));

    [Fact]
    public void One_that_is_too_long_is_shortened_to_one_line()
    {
        var found = CallNotification.FindCallId(Bodies.Body(new string('c', 300) + "\\n"));

        Assert.Equal(new string('c', 253) + "...", found);
    }
}
