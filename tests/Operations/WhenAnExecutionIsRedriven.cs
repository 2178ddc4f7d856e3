using Amazon.StepFunctions;
using CallRecording.Operations;
using CallRecording.Operations.Failures;
using CallRecording.Operations.Redriving;
using CallRecording.Operations.Targets;
using CallRecording.Tests.Http;
using CallRecording.Tests.Packages.Aws;

namespace CallRecording.Tests.Operations;

public sealed class WhenAnExecutionIsRedriven
{
    private static readonly Answer Redriven = new(200, """{"redriveDate": 1772366400}""");

    private static readonly Answer NotRedrivable =
        new(400, """{"__type": "ExecutionNotRedrivable", "message": "Execution is not redrivable."}""");

    private static readonly FailedCall Call = new(
        "call-1", 1704067200, "JobFailed", "JobClientError", "It is silent.", "arn:e", "2026-03-01T12:00:00.000Z");

    private readonly HastyClock clock = new();

    [Fact]
    public async Task Not_more_of_them_are_asked_for_in_a_second_than_allowed()
    {
        await using var server = await RecordingServer.StartAsync(Redriven);
        using var client = StepFunctionsClients.For(server);
        var redriver = Redriver(client);

        for (var number = 0; number < 3; number++)
        {
            Assert.Equal(RedriveOutcome.Redriven, (await AskAsync(redriver, Call)).Outcome);
        }

        Assert.Equal([0.25, 0.25], clock.PausesInSeconds);
    }

    [Fact]
    public async Task A_repeated_request_asks_for_another_redrive()
    {
        await using var server = await RecordingServer.StartAsync(Redriven);
        using var client = StepFunctionsClients.For(server);
        var redriver = Redriver(client);

        await AskAsync(redriver, Call);
        await AskAsync(redriver, Call);

        // A repeated one would be answered with the redrive before, which may have been stopped since.
        var tokens = server.Requests.Select(request => (string)request.Json["clientToken"]!).ToList();
        Assert.NotEqual(tokens[0], tokens[1]);
    }

    [Theory]
    [InlineData("RUNNING")]
    [InlineData("SUCCEEDED")]
    [InlineData("PENDING_REDRIVE")]
    public async Task One_that_runs_again_or_is_done_needs_none(string status)
    {
        await using var server = await RecordingServer.StartAsync(
            NotRedrivable, new Answer(200, $$"""{"executionArn": "arn:e", "status": "{{status}}"}"""));
        using var client = StepFunctionsClients.For(server);

        Assert.Equal((RedriveOutcome.NotNeeded, null), await AskAsync(Redriver(client), Call));
    }

    [Fact]
    public async Task One_that_is_refused_has_the_reason_of_the_service()
    {
        await using var server = await RecordingServer.StartAsync(NotRedrivable, new Answer(
            200,
            """
            {"executionArn": "arn:e", "status": "FAILED", "redriveStatus": "NOT_REDRIVABLE",
                "redriveStatusReason": "Execution is beyond its redrivable period."}
            """));
        using var client = StepFunctionsClients.For(server);

        Assert.Equal(
            (RedriveOutcome.Refused, "Execution is beyond its redrivable period."),
            await AskAsync(Redriver(client), Call));
    }

    [Fact]
    public async Task One_that_is_gone_or_was_never_named_is_refused()
    {
        await using var server = await RecordingServer.StartAsync(
            new Answer(400, """{"__type": "ExecutionDoesNotExist", "message": "Execution Does Not Exist."}"""));
        using var client = StepFunctionsClients.For(server);
        var redriver = Redriver(client);

        Assert.Equal(
            (RedriveOutcome.Refused, "its execution is gone: Step Functions keeps them for 90 days"),
            await AskAsync(redriver, Call));
        Assert.Equal(
            (RedriveOutcome.Refused, "its item names no execution"),
            await AskAsync(redriver, Call with { ExecutionArn = null }));
    }

    [Fact]
    public async Task A_service_that_throttles_is_asked_again_after_growing_pauses()
    {
        await using var server = await RecordingServer.StartAsync(
            [.. Enumerable.Repeat(Throttled, 3), Redriven]);
        using var client = StepFunctionsClients.ImpatientFor(server);

        var (outcome, _) = await AskAsync(Redriver(client), Call);

        Assert.Equal(RedriveOutcome.Redriven, outcome);
        Assert.Equal([1, 2, 4], clock.PausesInSeconds);
    }

    [Fact]
    public async Task A_service_that_goes_on_throttling_is_told_in_a_line()
    {
        await using var server = await RecordingServer.StartAsync(Throttled);
        using var client = StepFunctionsClients.ImpatientFor(server);

        var problem = await Assert.ThrowsAsync<CommandException>(() => AskAsync(Redriver(client), Call));

        Assert.Equal("RedriveExecution arn:e: ThrottlingException: Rate exceeded.", problem.Message);
        Assert.Equal([1, 2, 4, 8, 16, 20, 20], clock.PausesInSeconds);
    }

    private Redriver Redriver(AmazonStepFunctionsClient client) =>
        new(client, new RetryPolicy(clock, TextWriter.Null), clock, perSecond: 4);

    private static Answer Throttled => new(400, """{"__type": "ThrottlingException", "message": "Rate exceeded."}""");

    private static Task<(RedriveOutcome Outcome, string? Reason)> AskAsync(Redriver redriver, FailedCall call) =>
        redriver.RedriveAsync(call, TestContext.Current.CancellationToken);
}
