using System.Text.Json.Nodes;
using CallRecording.Tasks.Recordings;
using CallRecording.Workflow.Messages;

namespace CallRecording.Tests.Tasks.Calls;

internal static class TestCalls
{
    public const string CallId = "call-1";

    /// <summary>md5sum of "call-1".</summary>
    public const string Hash = "747df9905da836742ff24c1c587b59b5";

    public const string OutputUri = "s3://output/call-1/run";

    public static readonly RecordingFacts Recording = new(1234567, "0123abcd");

    public static Call Call { get; } = new()
    {
        CallId = CallId,
        AudioS3Uri = "s3://recordings/call-1.wav",
        Timestamp = "2024-01-01T00:00:00Z",
        Metadata = new JsonObject { ["agent"] = "a-7", ["tries"] = 2 },
    };

    public static ExecutionReference Earlier { get; } = Execution("earlier", "2024-01-01T10:00:00.000Z");

    public static ExecutionReference Current { get; } = Execution("current", "2024-01-01T10:00:00.001Z");

    public static ExecutionReference Later { get; } = Execution("later", "2024-01-01T10:00:00.002Z");

    public static ExecutionReference Execution(string name, string startTime) =>
        new("arn:aws:states:us-east-1:000000000000:execution:machine:" + name, startTime);
}
