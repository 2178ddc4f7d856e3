using System.Text.Json.Nodes;
using CallRecording.Tasks;
using CallRecording.Workflow.Failures;

namespace CallRecording.Tests.Architecture;

/// <summary>What the definition and the code must agree on.</summary>
public sealed class StateMachineTests
{
    private static readonly JsonObject Definition =
        JsonNode.Parse(File.ReadAllText(ProjectFiles.At("statemachine.asl.json")))!.AsObject();

    private static readonly JsonObject States = Definition["States"]!.AsObject();

    [Fact]
    public void Every_state_says_why_it_is_there() =>
        Assert.All(
            States, state => Assert.False(string.IsNullOrWhiteSpace((string?)state.Value!["Comment"]), state.Key));

    [Fact]
    public void A_choice_ends_in_a_question_mark_and_has_a_default() =>
        Assert.All(
            States,
            state => Assert.Equal(
                (string?)state.Value!["Type"] == "Choice",
                state.Key.EndsWith('?') && state.Value!["Default"] is not null));

    [Fact]
    public void Every_task_is_a_function_of_the_same_name()
    {
        foreach (var (name, task) in Tasks())
        {
            Assert.Contains(name, Functions.Handlers);
            Assert.Equal($"${{{name}FunctionArn}}", (string?)task["Parameters"]!["FunctionName"]);
        }
    }

    [Fact]
    public void Every_task_has_a_timeout_and_retries() =>
        Assert.All(Tasks(), task =>
        {
            Assert.NotNull(task.Value["TimeoutSeconds"]);
            Assert.NotNull(task.Value["Retry"]);
        });

    [Fact]
    public void Every_task_but_the_recorder_catches_everything_under_its_own_name() =>
        Assert.All(Tasks(), task =>
        {
            if (task.Key == nameof(RecordFailure))
            {
                Assert.Null(task.Value["Catch"]);
                return;
            }

            var catchers = task.Value["Catch"]!.AsArray();
            Assert.Equal(
                ["States.DataLimitExceeded", "States.ALL"], catchers.Select(one => (string?)one!["ErrorEquals"]![0]));
            Assert.All(catchers, one => Assert.Equal($"$.failed.{task.Key}", (string?)one!["ResultPath"]));
        });

    [Fact]
    public void The_recorder_is_retried_only_when_it_did_not_run()
    {
        var errors = States[nameof(RecordFailure)]!["Retry"]!.AsArray()
            .SelectMany(retry => retry!["ErrorEquals"]!.AsArray());

        Assert.Equal(["Lambda.TooManyRequestsException"], errors.Select(error => (string?)error));
    }

    [Fact]
    public void The_tasks_of_a_call_are_retried_alike_but_for_the_quota_of_submissions()
    {
        string[] tasks = ["InvokeDataAutomation", "GetJobStatus", "PersistResults"];

        var retries = tasks.Select(task => States[task]!["Retry"]!.AsArray()
            .Where(retrier => !retrier!.ToJsonString().Contains("JobQuotaExceededException", StringComparison.Ordinal))
            .Select(retrier => retrier!.ToJsonString()));

        Assert.All(retries, retry => Assert.Equal(retries.First(), retry));
    }

    [Fact]
    public void Every_throttle_is_waited_for_alike()
    {
        string[] throttles = ["Lambda.TooManyRequestsException", nameof(ServiceThrottledException)];
        var waits = Tasks()
            .SelectMany(task => task.Value["Retry"]!.AsArray().Select(retry => (task.Key, Retry: retry!)))
            .Where(one => one.Retry["ErrorEquals"]!.AsArray().Any(error => throttles.Contains((string?)error)))
            .ToList();

        Assert.Equal(Tasks().Select(task => task.Key), waits.Select(one => one.Key));
        Assert.All(waits, one => Assert.Equal(
            (5, 25, 2, 120, "FULL"),
            (
                (int)one.Retry["IntervalSeconds"]!, (int)one.Retry["MaxAttempts"]!, (int)one.Retry["BackoffRate"]!,
                (int)one.Retry["MaxDelaySeconds"]!, (string)one.Retry["JitterStrategy"]!)));
    }

    [Fact]
    public void Every_error_of_ours_that_is_retried_is_a_class_of_that_name()
    {
        var ours = Tasks()
            .SelectMany(task => task.Value["Retry"]!.AsArray())
            .SelectMany(retry => retry!["ErrorEquals"]!.AsArray())
            .Select(error => (string)error!)
            .Where(error => !error.Contains('.', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

        Assert.All(ours, error => Assert.NotNull(
            typeof(CallProcessingFailedException).Assembly.GetType($"CallRecording.Workflow.Failures.{error}")));
    }

    private static IEnumerable<KeyValuePair<string, JsonObject>> Tasks() => States
        .Where(state => (string?)state.Value!["Type"] == "Task")
        .Select(state => KeyValuePair.Create(state.Key, state.Value!.AsObject()));
}
