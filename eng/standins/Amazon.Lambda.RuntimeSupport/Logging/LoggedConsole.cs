using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes the console's lines lines of the log; what is written without a line's end stays as it is.</summary>
internal sealed class LoggedConsole(FunctionLog log, TextWriter console, LogLevel level) : TextWriter
{
    public override Encoding Encoding => console.Encoding;

    public override void Write(char value) => console.Write(value);

    public override void Write(char[] buffer, int index, int count) => console.Write(buffer, index, count);

    public override void Write(string value) => console.Write(value);

    public override void WriteLine() => WriteLine(string.Empty);

    public override void WriteLine(string value) => log.WriteLine(level.ToString(), null, value);

    public override Task WriteLineAsync(string value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => console.Flush();
}
