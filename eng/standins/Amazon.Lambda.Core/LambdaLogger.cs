namespace Amazon.Lambda.Core;

/// <summary>Logs for the invocation under way, and to the console where there is none.</summary>
public static class LambdaLogger
{
    private static readonly AsyncLocal<ILambdaLogger> Invocation = new();

    private static readonly ConsoleLambdaLogger Outside = new();

    /// <summary>The runtime sets it for each invocation.</summary>
    internal static ILambdaLogger Current
    {
        get => Invocation.Value ?? Outside;
        set => Invocation.Value = value;
    }

    public static void Log(string message) => Current.Log(message);

    public static void Log(LogLevel level, string message, params object[] args) => Current.Log(level, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Current.Log(level, exception, message, args);

    public static void Log(string level, string message, params object[] args) => Current.Log(level, message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        Current.Log(level, exception, message, args);
}
