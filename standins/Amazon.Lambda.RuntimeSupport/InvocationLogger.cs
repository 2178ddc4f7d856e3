using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>One invocation's log lines: text with tabs, or one JSON object a line.</summary>
internal sealed class InvocationLogger(TextWriter output, LogSettings settings, string requestId) : ILambdaLogger
{
    private const string TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => Log(nameof(LogLevel.Information), message);

    public void Log(string level, string message) => Log(level, null, message);

    public void Log(string level, string message, params object[] args) => Log(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object[] args)
    {
        var severity = LogSettings.LevelOf(level) ?? LogLevel.Information;
        if (severity < settings.MinimumLevel)
            return;

        var template = new MessageTemplate(message ?? string.Empty, args ?? []);
        var timestamp = TimeProvider.System.GetUtcNow().ToString(TimestampFormat, CultureInfo.InvariantCulture);
        output.WriteLine(settings.Json
            ? JsonLine.Write(timestamp, severity, requestId, template, exception)
            : TextLine(timestamp, severity, template, exception));
        output.Flush();
    }

    public void LogUnhandled(Exception exception) =>
        Log(nameof(LogLevel.Error), exception, exception.Message);

    private string TextLine(string timestamp, LogLevel level, MessageTemplate template, Exception exception)
    {
        var line = $"{timestamp}\t{requestId}\t{Short(level)}\t{template.Text}";
        return exception is null ? line : $"{line}{Environment.NewLine}{exception}";
    }

    private static string Short(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
