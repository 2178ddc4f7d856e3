using System.Collections.Concurrent;
using Amazon.Lambda.Core;

namespace CallRecording.Tests.Tasks;

/// <summary>Keeps what a handler logs: the level, the exception if there is one, the template, its arguments.</summary>
internal sealed class TestLog : ILambdaLogger
{
    private readonly ConcurrentQueue<string> lines = [];

    public IReadOnlyList<string> Lines => [.. lines];

    public void Log(string message) => lines.Enqueue(message);

    public void LogLine(string message) => lines.Enqueue(message);

    public void Log(string level, string message, params object[] args) =>
        lines.Enqueue(string.Join(" | ", [level, message, .. args]));

    public void Log(string level, Exception exception, string message, params object[] args) =>
        lines.Enqueue(string.Join(" | ", [level, exception, message, .. args]));
}
