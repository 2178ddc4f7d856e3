using System.CommandLine;
using CallRecording.Operations.CommandLine;

namespace CallRecording.Local.Commands;

/// <summary><c>./run mend CALL_ID</c>: takes away what made a call fail, as an operator would have repaired the
/// cause.</summary>
internal static class MendCommand
{
    public static Command Create()
    {
        var callId = new Argument<string>("CALL_ID") { Description = "The call whose fault is mended." };
        var port = PortOption.Create();
        var command = new Command("mend", "Take a call's fault away: later jobs run clean, bad results are rewritten.")
        {
            callId, port,
        };
        command.SetAction((parsed, cancellationToken) => CommandRunner.RunAsync(() => MendAsync(
            parsed.GetRequiredValue(callId).Trim(), parsed.GetValue(port), cancellationToken)));
        return command;
    }

    private static async Task MendAsync(string callId, int port, CancellationToken cancellationToken)
    {
        using var running = RunningSystem.At(port);
        foreach (var audio in await running.FindAudioAsync(callId, cancellationToken))
        {
            await running.MendAsync(audio, cancellationToken);
            await Terminal.Out.WriteLineAsync($"mended {callId}: {audio}");
        }

        await Terminal.Out.WriteLineAsync(
            $"now redrive its execution: {await running.RedriveHintAsync(callId, cancellationToken)}");
    }
}
