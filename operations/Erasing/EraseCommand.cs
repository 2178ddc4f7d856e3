using System.CommandLine;
using System.Text.Json;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.Erasing;

/// <summary><c>./run ops erase CALL_ID</c>: a call goes from everywhere, with a receipt.</summary>
internal static class EraseCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create()
    {
        var (target, confirmation) = (new TargetOptions(), new ConfirmationOptions());
        var callId = new Argument<string>("CALL_ID") { Description = "The call, with all of its recordings." };
        var keep = new Option<bool>("--keep-recording") { Description = "Leave the audio where it is." };
        var receipt = new Option<FileInfo?>("--receipt")
        {
            HelpName = "FILE",
            Description = "Where to write the receipt; standard output if not given.",
        };
        var command = new Command("erase", "Erase a call everywhere: items, words, results, recordings.")
        {
            callId, keep, receipt,
        };
        confirmation.AddTo(command);
        target.SetAction(command, async (stack, parsed, cancellationToken) =>
        {
            var run = new EraseRun(stack, TimeProvider.System, Terminal.Out);
            var written = await run.RunAsync(
                parsed.GetRequiredValue(callId).Trim(),
                !parsed.GetValue(keep),
                confirmation.Of(parsed),
                cancellationToken);
            if (written?.ToJsonString(Indented) is not { } text)
            {
                return;
            }

            if (parsed.GetValue(receipt) is { } file)
            {
                await File.WriteAllTextAsync(file.FullName, text, cancellationToken);
            }
            else
            {
                Console.WriteLine(text);
            }
        });
        return command;
    }
}
