using System.CommandLine;
using Spectre.Console;

namespace CallRecording.Operations.CommandLine;

/// <summary>The options of every command that changes something.</summary>
internal sealed class ConfirmationOptions
{
    private readonly Option<bool> dry = new("--dry-run") { Description = "Say what would be done, and do nothing." };
    private readonly Option<bool> yes = new("--yes") { Description = "Do not ask." };

    public void AddTo(Command command)
    {
        command.Options.Add(dry);
        command.Options.Add(yes);
    }

    public Confirmation Of(ParseResult parsed) =>
        new(parsed.GetValue(dry), parsed.GetValue(yes), Console.IsInputRedirected ? null : Ask);

    // On standard error: standard output may go to a file.
    private static bool Ask(string question) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Prompt(new ConfirmationPrompt(Markup.Escape(question)) { DefaultValue = false });
}
