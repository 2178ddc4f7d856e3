namespace Amazon.Lambda.Core;

public interface ILambdaLogger
{
    void Log(string message);

    void LogLine(string message);

    void Log(string level, string message) => LogLine(message);

    void Log(LogLevel level, string message) => Log(level.ToString(), message);

    // The package's default for this and the next calls itself until the stack overflows; failing beats inventing.
    void Log(string level, string message, params object[] args) => throw new NotSupportedException(
        "An ILambdaLogger has to implement Log(string level, string message, params object[] args) itself.");

    void Log(string level, Exception exception, string message, params object[] args) =>
        throw new NotSupportedException("An ILambdaLogger has to implement "
            + "Log(string level, Exception exception, string message, params object[] args) itself.");

    void LogInformation(string message) => Log(LogLevel.Information.ToString(), message);

    void LogInformation(string message, params object[] args) => Log(LogLevel.Information.ToString(), message, args);

    void LogWarning(string message, params object[] args) => Log(LogLevel.Warning.ToString(), message, args);

    void LogError(string message, params object[] args) => Log(LogLevel.Error.ToString(), message, args);

    void LogError(Exception exception, string message, params object[] args) =>
        Log(LogLevel.Error.ToString(), exception, message, args);
}
