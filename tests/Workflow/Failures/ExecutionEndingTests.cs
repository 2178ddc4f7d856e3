using CallRecording.Workflow.Failures;

namespace CallRecording.Tests.Workflow.Failures;

public sealed class ExecutionEndingTests
{
    private const string Redrive =
        "Mend what stopped it, then redrive the execution in the Step Functions console: it goes on where it ended.";

    [Theory]
    [InlineData(ExecutionEnding.TimedOut, null, "ExecutionTimedOut")]
    [InlineData(ExecutionEnding.TimedOut, "States.Timeout", "States.Timeout")]
    [InlineData(ExecutionEnding.Aborted, null, "ExecutionAborted")]
    [InlineData(ExecutionEnding.Aborted, "", "ExecutionAborted")]
    [InlineData(ExecutionEnding.Aborted, "ByHand", "ByHand")]
    [InlineData(ExecutionEnding.Failed, null, "ExecutionFailed")]
    [InlineData(ExecutionEnding.Failed, "States.Runtime", "States.Runtime")]
    [InlineData(ExecutionEnding.Succeeded, null, "ResultsNotRecorded")]
    public void Its_error_is_the_executions_own_or_says_how_it_ended(string status, string? error, string expected) =>
        Assert.Equal(expected, ExecutionEnding.Of(status, error, cause: null, obstacle: null).Error);

    [Fact]
    public void A_functions_exception_is_readable_and_says_what_to_do()
    {
        var ending = ExecutionEnding.Of(
            ExecutionEnding.Failed,
            "TransientServiceException",
            """{"errorType":"TransientServiceException","errorMessage":"The table is away.","stackTrace":["at X()"]}""",
            obstacle: null);

        Assert.Equal($"The execution failed where nothing could record it: The table is away. {Redrive}", ending.Cause);
        Assert.Null(ending.FailedState);
    }

    [Fact]
    public void The_state_is_known_where_Step_Functions_names_it()
    {
        var ending = ExecutionEnding.Of(
            ExecutionEnding.Failed,
            "States.Runtime",
            "An error occurred while executing the state 'JobFinished?' (entered at the event id #12). Invalid path.",
            obstacle: null);

        Assert.Equal("JobFinished?", ending.FailedState);
    }

    [Fact]
    public void What_can_no_longer_be_redriven_is_to_be_published_again() => Assert.Equal(
        "The execution reached its time limit before the call was done. It can no longer be redriven "
        + "(Execution redrivable period exceeded): publish the recording again, with another timestamp.",
        ExecutionEnding.Of(ExecutionEnding.TimedOut, null, null, "Execution redrivable period exceeded").Cause);

    [Fact]
    public void However_long_a_cause_is_what_to_do_stays_readable()
    {
        var cause = ExecutionEnding.Of(ExecutionEnding.Aborted, null, new string('x', 32_768), obstacle: null).Cause;

        Assert.EndsWith(Redrive, cause, StringComparison.Ordinal);
        Assert.InRange(cause.Length, 1500, FailureReport.MaxCauseLength);
    }
}
