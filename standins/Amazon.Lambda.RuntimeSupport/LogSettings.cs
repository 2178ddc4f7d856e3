using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>How the function's configuration wants log lines.</summary>
internal sealed record LogSettings(bool Json, LogLevel MinimumLevel)
{
    public static LogSettings FromEnvironment() => Parse(
        Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT"),
        Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL"));

    public static LogSettings Parse(string format, string level) => new(
        Json: string.Equals(format, "JSON", StringComparison.OrdinalIgnoreCase),
        MinimumLevel: LevelOf(level) ?? LogLevel.Information);

    /// <summary>By our names and by Lambda's (INFO, WARN, FATAL).</summary>
    public static LogLevel? LevelOf(string name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "INFO" or "INFORMATION" => LogLevel.Information,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => null,
    };
}
