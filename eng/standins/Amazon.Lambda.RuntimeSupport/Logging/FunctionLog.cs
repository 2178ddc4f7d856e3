using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The function's log lines: text with tabs, or one JSON object a line.</summary>
internal sealed class FunctionLog(TextWriter output, LogSettings settings)
{
    private readonly Lock turn = new();

    /// <summary>Whose lines these are; null before the first invocation.</summary>
    public NextInvocation Invocation { get; set; }

    /// <summary>The log of this process, which has the lines of its console from now on, too.</summary>
    public static FunctionLog OfConsole()
    {
        var log = new FunctionLog(Console.Out, LogSettings.FromEnvironment());
        Console.SetOut(new LoggedConsole(log, Console.Out, LogLevel.Information));
        Console.SetError(new LoggedConsole(log, Console.Error, LogLevel.Error));
        return log;
    }

    public void WriteLine(string level, Exception exception, string message, params object[] args)
    {
        // A line of an unknown level is never left out.
        if (Enum.TryParse<LogLevel>(level, ignoreCase: true, out var severity) && severity < settings.MinimumLevel)
        {
            return;
        }

        var template = new MessageTemplate(message ?? string.Empty, args ?? []);
        var time = TimeProvider.System.GetUtcNow();
        lock (turn)
        {
            output.WriteLine(settings.Json
                ? JsonLine.Write(time, severity, Invocation, template, exception)
                : TextLine(time, severity, template, exception));
            output.Flush();
        }
    }

    private string TextLine(DateTimeOffset time, LogLevel level, MessageTemplate template, Exception exception)
    {
        var text = exception is null ? template.Text : $"{template.Text}\n{exception}".TrimStart('\n');
        var timestamp = time.ToString(MessageTemplate.TimeFormat, CultureInfo.InvariantCulture);
        return $"{timestamp}\t{Invocation?.RequestId}\t{Short(level)}\t{text}";
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
