using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a handler logs with.</summary>
internal sealed class InvocationLogger(FunctionLog log) : ILambdaLogger
{
    /// <summary>As it is: no line, no level.</summary>
    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => Log(nameof(LogLevel.Information), message);

    public void Log(string level, string message) => log.WriteLine(level, null, message);

    public void Log(string level, string message, params object[] args) => log.WriteLine(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        log.WriteLine(level, exception, message, args);
}
