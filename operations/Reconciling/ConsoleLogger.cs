using Amazon.Lambda.Core;

namespace CallRecording.Operations.Reconciling;

/// <summary>Shows an operator what a function would log.</summary>
internal sealed class ConsoleLogger(TextWriter output) : ILambdaLogger
{
    public void Log(string message) => output.Write(message);

    public void LogLine(string message) => output.WriteLine(message);

    public void Log(string level, string message, params object[] args) =>
        output.WriteLine($"  {string.Join(' ', args)}");
}
