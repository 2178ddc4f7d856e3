using System.CommandLine;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Targets;

namespace CallRecording.Operations.Failures;

/// <summary><c>./run ops failures</c>: the failed calls, newest first, and how many failed for which reason.</summary>
internal static class FailuresCommand
{
    public static Command Create()
    {
        var (target, failures) = (new TargetOptions(), new FailureOptions());
        var json = new Option<bool>("--json") { Description = "One line of JSON per call, and nothing else." };
        var command = new Command("failures", "List failed calls, newest first, with their reasons.") { json };
        failures.AddTo(command);
        target.SetAction(command, (stack, parsed, cancellationToken) =>
            RunAsync(stack, failures.Filter(parsed), parsed.GetValue(json), Terminal.Out, cancellationToken));
        return command;
    }

    public static async Task RunAsync(
        StackTarget target, FailureFilter filter, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        var calls = new List<FailedCall>();
        await foreach (var call in new StackCalls(target).FailedAsync(filter, cancellationToken))
        {
            await output.WriteLineAsync(json ? call.ToJson().ToJsonString() : call.ToLine());
            if (!json)
            {
                await output.WriteLineAsync($"    {call.ExecutionArn}");
            }

            calls.Add(call);
        }

        if (!json)
        {
            await output.WriteLineAsync($"{calls.Count} failed calls of {target.Name}");
            FailureCounts.Write(calls, output);
        }
    }
}
