using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>How the function's configuration wants log lines.</summary>
internal sealed record LogSettings(bool Json, LogLevel MinimumLevel)
{
    public static LogSettings FromEnvironment() => Parse(
        Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT"),
        Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL"));

    private static LogSettings Parse(string format, string level) => new(
        Json: string.Equals(format, "JSON", StringComparison.OrdinalIgnoreCase),
        MinimumLevel: LevelOf(level));

    /// <summary>By .NET's names and by Lambda's (INFO, WARN, FATAL).</summary>
    private static LogLevel LevelOf(string name) => name?.ToUpperInvariant() switch
    {
        "WARN" => LogLevel.Warning,
        "FATAL" => LogLevel.Critical,
        _ when Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level) => level,
        _ => LogLevel.Information,
    };
}
