namespace Amazon.Lambda.Core;

internal sealed class ConsoleLambdaLogger : ILambdaLogger
{
    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => Console.WriteLine(message);

    public void Log(string level, string message, params object[] args) => Log(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args)
    {
        LogLine($"{level}: {message} {string.Join(", ", args ?? [])}".TrimEnd());
        if (exception is not null)
        {
            LogLine(exception.ToString());
        }
    }
}
