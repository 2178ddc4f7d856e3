using System.Text;
using Amazon.Lambda.Serialization.SystemTextJson;
using CallRecording.Tasks;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks;

public sealed class MessageJsonTests
{
    /// <summary>A Catch writes to <c>$.failed.StateName</c>, which fails where <c>failed</c> is a JSON null.</summary>
    [Fact]
    public void What_a_call_does_not_have_is_left_out_and_not_null()
    {
        var call = new Call
        {
            CallId = "c-1",
            AudioS3Uri = "s3://calls/a.wav",
            Timestamp = "2026-01-01T00:00:00Z",
            Metadata = null,
            Failed = null,
            Job = null,
        };

        var json = Write(call);

        Assert.Equal(
            """{"callId":"c-1","audioS3Uri":"s3://calls/a.wav","timestamp":"2026-01-01T00:00:00Z"}""", json);
    }

    [Fact]
    public void What_a_Catch_wrote_is_read()
    {
        var call = Read("""
            {"callId":"c-1","audioS3Uri":"s3://calls/a.wav","timestamp":"2026-01-01T00:00:00Z",
             "failure":{"failureId":"1"},"failed":{"PersistResults":{"Error":"States.Timeout","Cause":""}}}
            """);

        Assert.Equal(new StateError("States.Timeout", ""), call.Failed!["PersistResults"]);
    }

    private static string Write(Call call)
    {
        using var stream = new MemoryStream();
        new SourceGeneratorLambdaJsonSerializer<TasksJson>().Serialize(call, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Call Read(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new SourceGeneratorLambdaJsonSerializer<TasksJson>().Deserialize<Call>(stream);
    }
}
