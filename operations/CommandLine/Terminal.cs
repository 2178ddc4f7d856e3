using System.Text;
using CallRecording.Workflow;

namespace CallRecording.Operations.CommandLine;

/// <summary>Where operators read: whatever a call id, a key or an error holds stays on its line and commands no
/// terminal.</summary>
internal sealed class Terminal(TextWriter output) : TextWriter
{
    public static TextWriter Out => new Terminal(Console.Out);

    public static TextWriter Error => new Terminal(Console.Error);

    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => output.Write(PlainText.Line(value.ToString()));

    public override void Write(string? value) => output.Write(PlainText.Line(value ?? string.Empty));

    public override void WriteLine() => output.WriteLine();

    public override void WriteLine(string? value) => output.WriteLine(PlainText.Line(value ?? string.Empty));

    public override Task WriteLineAsync() => output.WriteLineAsync();

    public override Task WriteLineAsync(string? value) => output.WriteLineAsync(PlainText.Line(value ?? string.Empty));

    public override void Flush() => output.Flush();
}
