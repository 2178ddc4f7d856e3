using System.Text;
using CallRecording.Workflow;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CallRecording.Operations.CommandLine;

/// <summary>Where operators read: whatever a call id, a key or an error holds stays on its line and commands no
/// terminal.</summary>
/// <param name="screen">Draws tables and progress; null where the output goes to a file or to another program.</param>
internal sealed class Terminal(TextWriter output, IAnsiConsole? screen = null) : TextWriter
{
    private bool isDrawing;

    public static Terminal Out => new(Console.Out, Screen());

    public static Terminal Error => new(Console.Error);

    public bool HasScreen => screen is not null;

    public override Encoding Encoding => output.Encoding;

    /// <summary>Draws something that changes in its place; what is written meanwhile appears above it.</summary>
    /// <exception cref="InvalidOperationException">There is no screen.</exception>
    public async Task DrawAsync(Func<IAnsiConsole, Task> draw)
    {
        isDrawing = true;
        try
        {
            await draw(Drawing);
        }
        finally
        {
            isDrawing = false;
        }
    }

    /// <exception cref="InvalidOperationException">There is no screen.</exception>
    public void Show(IRenderable what) => Drawing.Write(what);

    public override void Write(char value) => Put(PlainText.Line(value.ToString()));

    public override void Write(string? value) => Put(PlainText.Line(value ?? string.Empty));

    public override void WriteLine() => Put(Environment.NewLine);

    public override void WriteLine(string? value) =>
        Put(PlainText.Line(value ?? string.Empty) + Environment.NewLine);

    public override Task WriteLineAsync() => WriteLineAsync(string.Empty);

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override void Flush() => output.Flush();

    private IAnsiConsole Drawing => screen ?? throw new InvalidOperationException("There is no screen to draw on.");

    private static IAnsiConsole? Screen() =>
        !Console.IsOutputRedirected && AnsiConsole.Console is { Profile.Capabilities.Ansi: true } console
            ? console
            : null;

    // As a control code it is not broken into lines: names and ARNs stay whole when they are copied.
    private void Put(string text)
    {
        if (isDrawing)
        {
            Drawing.Write(new ControlCode(text));
        }
        else
        {
            output.Write(text);
        }
    }
}
