using System.Text.Json.Nodes;
using CallRecording.Emulators.StepFunctions;
using CallRecording.Local.Commands;
using CallRecording.Operations;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Redriving;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Local;

namespace CallRecording.Tests.Operations.Whole;

[Collection(StackCollection.Name)]
public sealed class WhenAnOperatorRedrives(RunningStack stack)
{
    private const int Calls = 12;

    [Fact]
    public async Task Failed_calls_are_listed_with_their_reasons_and_succeed_once_mended()
    {
        var calls = await FailedAsync("ops-many");
        var order = Order(calls);

        var listed = await FailuresAsync(order.Filter, json: false);
        var lines = (await FailuresAsync(order.Filter, json: true)).Split(
            Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        var dry = await RedriveAsync(order with { Confirmation = Confirmations.Dry });

        Assert.Contains($"{Calls} failed calls of the system at ", listed, StringComparison.Ordinal);
        Assert.Contains(
            $"    {Calls}  JobFailed: JobClientError{Environment.NewLine}", listed, StringComparison.Ordinal);
        Assert.All(calls, call => Assert.Contains(call.ExecutionArn, listed, StringComparison.Ordinal));
        Assert.Equal(
            calls.Select(call => call.ExecutionArn).Order(),
            lines.Select(line => (string)JsonNode.Parse(line)!["executionArn"]!).Order());
        Assert.EndsWith($"JobFailed: JobClientError{Environment.NewLine}", dry, StringComparison.Ordinal);
        foreach (var call in calls)
        {
            Assert.Equal(0, (await stack.DescribeAsync(call.ExecutionArn)).RedriveCount);
            await stack.MendAsync(call);
        }

        var done = await RedriveAsync(order);

        Assert.Contains($"  {Calls} of {Calls}{Environment.NewLine}", done, StringComparison.Ordinal);
        Assert.EndsWith(
            $"redriven {Calls}, running or done already 0, refused 0{Environment.NewLine}", done,
            StringComparison.Ordinal);
        foreach (var call in calls)
        {
            Assert.Equal(ExecutionEventKind.Succeeded, await stack.EndOfAsync(call.ExecutionArn, redrives: 1));
            Assert.Equal("SUCCESS", (string?)(await stack.ItemAsync(call))["bedrock_status"]);
        }

        Assert.StartsWith("0 failed calls of ", await RedriveAsync(order), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_done_without_a_yes()
    {
        var call = (await FailedAsync("ops-asked", count: 1)).Single();
        var order = Order([call]);

        var unasked = await Assert.ThrowsAsync<CommandException>(
            () => RedriveAsync(order with { Confirmation = new Confirmation(false, false, null) }));
        var refused = await Assert.ThrowsAsync<CommandException>(
            () => RedriveAsync(order with { Confirmation = new Confirmation(false, false, _ => false) }));

        Assert.Equal("there is no terminal to confirm on: pass --yes, or --dry-run to change nothing", unasked.Message);
        Assert.Equal("nothing was redriven", refused.Message);
        Assert.Equal(0, (await stack.DescribeAsync(call.ExecutionArn)).RedriveCount);
    }

    [Fact]
    public async Task Only_calls_of_that_error_and_time_are_meant()
    {
        var call = (await FailedAsync("ops-narrow", count: 1)).Single();
        var filter = Order([call]).Filter;

        Assert.StartsWith(
            "0 ", await FailuresAsync(filter with { Error = "JobServiceError" }, json: false),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "0 ", await FailuresAsync(filter with { From = DateTimeOffset.MaxValue }, json: false),
            StringComparison.Ordinal);
        Assert.Contains(
            "ops-narrow", await FailuresAsync(filter with { Error = "JobClientError" }, json: false),
            StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<SubmittedCall>> FailedAsync(string name, int count = Calls)
    {
        var calls = await stack.SubmitManyAsync(name, count, "client-error");
        foreach (var call in calls)
        {
            Assert.Equal(ExecutionEventKind.Failed, await stack.EndOfAsync(call.ExecutionArn));
        }

        return calls;
    }

    // The stack is other tests' too: never all of its failed calls.
    private static RedriveOrder Order(IEnumerable<SubmittedCall> calls) => new(
        new FailureFilter(null, [.. calls.Select(call => call.CallId)], null, null),
        PerSecond: 100,
        Confirmations.Yes);

    private async Task<string> FailuresAsync(FailureFilter filter, bool json)
    {
        using var target = StackTarget.At(stack.Addresses);
        await using var output = new StringWriter();
        await FailuresCommand.RunAsync(target, filter, json, output, TestContext.Current.CancellationToken);
        return output.ToString();
    }

    private async Task<string> RedriveAsync(RedriveOrder order)
    {
        using var target = StackTarget.At(stack.Addresses);
        await using var output = new StringWriter();
        var run = new RedriveRun(target, TimeProvider.System, output);
        Assert.True(await run.RunAsync(order, TestContext.Current.CancellationToken), output.ToString());
        return output.ToString();
    }
}
