using System.CommandLine;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.DeadLetters;

/// <summary><c>./run ops requeue</c>: dead letters that can become calls go back to the queue.</summary>
internal static class RequeueCommand
{
    public static Command Create()
    {
        var (target, confirmation) = (new TargetOptions(), new ConfirmationOptions());
        var command = new Command("requeue", "Move the dead letters that can become calls back to the queue.");
        confirmation.AddTo(command);
        target.SetAction(command, (stack, parsed, cancellationToken) =>
            RunAsync(stack, confirmation.Of(parsed), Terminal.Out, cancellationToken));
        return command;
    }

    public static async Task RunAsync(
        StackTarget target, Confirmation confirmation, TextWriter output, CancellationToken cancellationToken)
    {
        var queue = new DeadLetterClient(target);
        var letters = await queue.HoldAsync(cancellationToken);
        var held = letters.ToHashSet();
        try
        {
            foreach (var letter in letters)
            {
                await output.WriteLineAsync($"{(letter.CanBecomeACall ? "back " : "stays")}  {letter.ToLine()}");
            }

            var back = letters.Where(letter => letter.CanBecomeACall).ToList();
            await output.WriteLineAsync(
                $"{back.Count} of {letters.Count} dead letters of {target.Name} can become calls");
            if (back.Count > 0
                && confirmation.Obtain($"Move {back.Count} messages back to the queue?", "nothing was moved"))
            {
                await MoveAsync(queue, back, held, output, cancellationToken);
            }
        }
        finally
        {
            await queue.ReleaseAsync(held, CancellationToken.None);
        }
    }

    private static async Task MoveAsync(
        DeadLetterClient queue,
        List<DeadLetter> back,
        HashSet<DeadLetter> held,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        await Progress.ForEachAsync(back, output, async letter =>
        {
            await queue.MoveBackAsync(letter, cancellationToken);
            held.Remove(letter);
        });

        await output.WriteLineAsync($"moved {back.Count}, left {held.Count}");
    }
}
