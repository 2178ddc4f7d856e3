using System.CommandLine;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.DeadLetters;

/// <summary><c>./run ops dead-letters</c>: messages that did not become calls, and why.</summary>
internal static class DeadLettersCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var json = new Option<bool>("--json") { Description = "One line of JSON per message, and nothing else." };
        var bodies = new Option<bool>("--bodies")
        {
            Description = "One line of JSON per message, with its body, whatever that holds.",
        };
        var command = new Command("dead-letters", "List the messages that did not become calls, with the reason.")
        {
            json, bodies,
        };
        target.SetAction(command, (stack, parsed, cancellationToken) =>
        {
            var format = parsed.GetValue(bodies) ? DeadLetterFormat.JsonWithBody
                : parsed.GetValue(json) ? DeadLetterFormat.Json
                : DeadLetterFormat.Line;
            return RunAsync(stack, format, Terminal.Out, cancellationToken);
        });
        return command;
    }

    public static async Task RunAsync(
        StackTarget target, DeadLetterFormat format, TextWriter output, CancellationToken cancellationToken)
    {
        var queue = new DeadLetterClient(target);
        var letters = await queue.HoldAsync(cancellationToken);
        try
        {
            foreach (var letter in letters)
            {
                await output.WriteLineAsync(letter.ToText(format));
            }
        }
        finally
        {
            await queue.ReleaseAsync(letters, CancellationToken.None);
        }

        if (format is DeadLetterFormat.Line)
        {
            await output.WriteLineAsync($"{letters.Count} dead letters of {target.Name}");
        }
    }
}
