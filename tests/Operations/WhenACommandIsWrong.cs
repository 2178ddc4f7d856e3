using CallRecording.Local.Commands;

namespace CallRecording.Tests.Operations;

public sealed class WhenACommandIsWrong
{
    private const string WhichCalls = "Which calls? Say --all, or narrow them by --error, --call-id, --from or --to.";

    [Theory]
    [InlineData("ops redrive", WhichCalls)]
    [InlineData("ops redrive --all --error JobClientError", WhichCalls)]
    [InlineData("ops redrive --all --rate 0", "--rate is 0, expected a number above 0, at most 100.")]
    [InlineData("ops redrive --all --profile operator", "--profile belongs to --env.")]
    [InlineData(
        "ops failures --from soon", "--from is 'soon', expected an ISO 8601 time, for example 2024-01-01T00:00:00Z.")]
    public void It_says_what_is_wrong(string command, string message) =>
        Assert.Equal([message], RunCommands.Create().Parse(command).Errors.Select(error => error.Message));

    [Theory]
    [InlineData("ops failures")]
    [InlineData("ops failures --error JobClientError --json --env prod --profile operator")]
    [InlineData("ops redrive --all --dry-run")]
    [InlineData("ops redrive --call-id call-1 --call-id call-2 --yes --rate 0.5")]
    [InlineData("ops dead-letters --json")]
    [InlineData("ops dead-letters --bodies")]
    [InlineData("ops requeue --dry-run --env staging")]
    [InlineData("ops reconcile --yes")]
    [InlineData("ops rebuild --call-id call-1 --call-id call-2")]
    [InlineData("ops erase call-1 --keep-recording --receipt receipt.json --env prod --profile operator")]
    [InlineData("ops redrive --from 2026-01-01 --to 2026-01-31T12:00:00Z")]
    public void Right_ones_are_understood(string command) => Assert.Empty(RunCommands.Create().Parse(command).Errors);
}
