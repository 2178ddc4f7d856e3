using System.CommandLine;
using CallRecording.Local.Smoke;
using CallRecording.Operations.CommandLine;

namespace CallRecording.Local.Commands;

/// <summary><c>./run smoke [--no-sdk] -- EXECUTABLE [ARGUMENT...]</c>: does a build of the functions run at
/// all?</summary>
internal static class SmokeCommand
{
    public static Command Create()
    {
        var build = new Argument<string[]>("EXECUTABLE")
        {
            Description = "The build, or what runs it and its arguments.",
            Arity = ArgumentArity.OneOrMore,
        };
        var noSdk = new Option<bool>("--no-sdk")
        {
            Description = "Leave out what goes through the AWS SDK, and so needs a libssl.",
        };
        var command = new Command("smoke", "Run a build of the functions as Lambda would, and ask what needs no AWS.")
        {
            build, noSdk,
        };
        command.SetAction((parsed, cancellationToken) => CommandRunner.RunAsync(() => SmokeRun.RunAsync(
            parsed.GetRequiredValue(build),
            [.. SmokeQuestion.All.Where(question => !(parsed.GetValue(noSdk) && question.NeedsSdk))],
            Console.WriteLine,
            TimeProvider.System,
            cancellationToken)));
        return command;
    }
}
