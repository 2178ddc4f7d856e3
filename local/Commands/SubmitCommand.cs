using System.CommandLine;
using CallRecording.Emulators.Bda.Faults;
using CallRecording.Operations.CommandLine;

namespace CallRecording.Local.Commands;

/// <summary><c>./run submit AUDIO</c>: puts the file into the recordings bucket and publishes it to the
/// topic.</summary>
internal static class SubmitCommand
{
    private const int MaxCalls = 100_000;

    public static Command Create()
    {
        var audio = new Argument<FileInfo>("AUDIO") { Description = "The recording: amr, flac, m4a, mp3, ogg or wav." };
        var callId = new Option<string?>("--call-id")
        {
            HelpName = "ID",
            Description = "Made from the file's name and the time if not given.",
        };
        var timestamp = TimeOption.Create("--timestamp", "When the call was recorded, ISO 8601; now if not given.");
        var result = new Option<FileInfo?>("--result")
        {
            HelpName = "STANDARD.json",
            Description = "BDA's standard output, for the emulator to replay.",
        };
        var custom = new Option<FileInfo?>("--custom")
        {
            HelpName = "CUSTOM.json",
            Description = "BDA's custom output, for the emulator to replay.",
        };
        var fault = new Option<string?>("--fault") { HelpName = "FAULT", Description = Fault.Spellings };
        var count = new Option<int>("--count")
        {
            HelpName = "N",
            Description = "As many calls, numbered.",
            DefaultValueFactory = _ => 1,
        };
        var json = new Option<bool>("--json") { Description = "One line of JSON per call." };
        var port = PortOption.Create();
        count.Validators.Add(parsed =>
        {
            var value = parsed.GetValueOrDefault<int>();
            if (value is < 1 or > MaxCalls)
            {
                parsed.AddError($"--count is {value}, expected a number from 1 to {MaxCalls}.");
            }
        });

        var command = new Command("submit", "Submit a recording to a running ./run.")
        {
            audio, callId, timestamp, result, custom, fault, count, json, port,
        };
        command.SetAction((parsed, cancellationToken) => CommandRunner.RunAsync(() => SubmitAsync(
            new Submission(
                parsed.GetRequiredValue(audio),
                parsed.GetValue(callId)?.Trim(),
                parsed.GetValue(timestamp),
                parsed.GetValue(result),
                parsed.GetValue(custom),
                parsed.GetValue(fault),
                parsed.GetValue(count)),
            parsed.GetValue(json),
            parsed.GetValue(port),
            cancellationToken)));
        return command;
    }

    private static async Task SubmitAsync(
        Submission submission, bool json, int port, CancellationToken cancellationToken)
    {
        var checkedSubmission = await submission.CheckAsync(cancellationToken);
        using var running = RunningSystem.At(port);
        await running.EnsureAsync(cancellationToken);
        await foreach (var call in checkedSubmission.SendAsync(running, TimeProvider.System, cancellationToken))
        {
            await Terminal.Out.WriteLineAsync(json ? call.ToJson() : call.ToLine());
        }
    }
}
