using System.CommandLine;

namespace CallRecording.Local.Ops.DeadLetters;

/// <summary><c>./run ops dead-letters</c>: messages that did not become calls, and why.</summary>
internal static class DeadLettersCommand
{
    public static Command Create()
    {
        var target = new TargetOptions();
        var json = new Option<bool>("--json") { Description = "One line of JSON per message, and nothing else." };
        var command = new Command("dead-letters", "List the messages that did not become calls, with the reason.")
        {
            json,
        };
        target.SetAction(command, (stack, parsed, cancellationToken) =>
            RunAsync(stack, parsed.GetValue(json), Console.Out, cancellationToken));
        return command;
    }

    public static async Task RunAsync(
        OpsTarget target, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        var queue = new DeadLetterQueue(target);
        var letters = await queue.HoldAsync(cancellationToken);
        try
        {
            foreach (var letter in letters)
            {
                await output.WriteLineAsync(json ? letter.ToJson().ToJsonString() : letter.ToLine());
            }
        }
        finally
        {
            await queue.ReleaseAsync(letters, CancellationToken.None);
        }

        if (!json)
        {
            await output.WriteLineAsync($"{letters.Count} dead letters of {target.Name}");
        }
    }
}
