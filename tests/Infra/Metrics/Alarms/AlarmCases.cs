using System.Collections.Immutable;
using CallRecording.Infra.Monitoring;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Metrics.Alarms;

/// <summary>What each alarm of the program is for: the numbers are the user's where the user's architecture document
/// has them, and else those of docs/operations.md.</summary>
internal static class AlarmCases
{
    private const string Prefix = "dmg-inbound-callrecording-";
    private const int Period = 300;

    private static readonly MetricKey Failures = Own(MetricNames.DataAutomationFailures);
    private static readonly MetricKey Oldest = Own(MetricNames.OldestInProgress);

    public static IEnumerable<AlarmCase> Of(RecordedProgram program) =>
    [
        DeadLetters("transcript"),
        DeadLetters("settlement"),
        OldestMessage(),
        .. Executions(program),
        new(
            "data-automation-failures",
            Period,
            [Situation.Always("no job fails", Failures, 0)],
            [Situation.Once("one job fails", Failures, 1)]),
        StuckCalls(program.Settings.StuckAfterSeconds),
        ServerErrors(program),
        Latency(program),
        new(
            "failures-not-recorded",
            Period,
            [Situation.Always("every failure is recorded", Own(MetricNames.FailuresNotRecorded), 0)],
            [Situation.Once("one failure is not recorded", Own(MetricNames.FailuresNotRecorded), 1)]),
        Throttles(
            "function-throttles",
            Graph.Functions(program)
                .Select(function => MetricKey.Of("AWS/Lambda", "Throttles", ("FunctionName", function.Text("name"))))),
        Throttles("table-read-throttles", Tables(program, "ReadThrottleEvents")),
        Throttles("table-write-throttles", Tables(program, "WriteThrottleEvents")),
        // The failure recorder fails on purpose.
        .. Graph.Functions(program)
            .Where(function => Graph.Variable(function, "FUNCTION") != "RecordFailure")
            .Select(function => Errors(function.Text("name"))),
    ];

    /// <summary>The user's: more than none.</summary>
    private static AlarmCase DeadLetters(string of)
    {
        var metric = MetricKey.Of(
            "AWS/SQS", "ApproximateNumberOfMessagesVisible", ("QueueName", $"{Prefix}{of}-sqs-dlq"));
        return new(
            $"{of}-dead-letters",
            60,
            [Situation.Always("there are no dead letters", metric, 0)],
            [
                Situation.Always("there is one dead letter", metric, 1),
                Situation.Always("one came within a minute", metric, 0, 1),
            ]);
    }

    private static AlarmCase OldestMessage()
    {
        var metric = MetricKey.Of(
            "AWS/SQS", "ApproximateAgeOfOldestMessage", ("QueueName", $"{Prefix}transcript-sqs-queue"));
        return new(
            "oldest-message",
            Period,
            [Situation.Always("the oldest message waits for 899 s", metric, 0, 899)],
            [Situation.Always("the oldest message waits for 901 s", metric, 0, 901)]);
    }

    private static IEnumerable<AlarmCase> Executions(RecordedProgram program)
    {
        var machine = program.Of("aws:sfn/stateMachine:StateMachine")
            .Select(one => Graph.Reference(one, "arn")).SingleOrDefault("");
        (string Alarm, string Metric)[] ends =
        [
            ("failed", "ExecutionsFailed"), ("timed-out", "ExecutionsTimedOut"), ("aborted", "ExecutionsAborted"),
        ];
        foreach (var (alarm, name) in ends)
        {
            var metric = MetricKey.Of("AWS/States", name, ("StateMachineArn", machine));
            yield return new(
                $"executions-{alarm}",
                Period,
                [Situation.Always("all executions end well", metric, 0)],
                [Situation.Once("one execution does not", metric, 1)]);
        }
    }

    private static AlarmCase StuckCalls(int afterSeconds) => new(
        "stuck-calls",
        Period,
        [Situation.Always("the oldest call is almost as old as it may be", Oldest, 0, afterSeconds - 1)],
        [Situation.Always("a call is older than it may be", Oldest, 0, afterSeconds + 1)]);

    /// <summary>The user's: more than 1 % of the answers.</summary>
    private static AlarmCase ServerErrors(RecordedProgram program)
    {
        var metric = OfTheApi(program, "5XXError");
        return new(
            "api-errors",
            2 * Period,
            [
                Situation.Always("9 of 1,000 answers are server errors", metric, Share(9, 1000)),
                Situation.Once("one answer is a server error, and the next ones are not", metric, 1),
            ],
            [Situation.Always("11 of 1,000 answers are server errors", metric, Share(11, 1000))]);
    }

    /// <summary>More than one answer in twenty takes longer than five seconds.</summary>
    private static AlarmCase Latency(RecordedProgram program)
    {
        var metric = OfTheApi(program, "Latency");
        return new(
            "api-latency",
            3 * Period,
            [
                Situation.Always(
                    "4 of 100 answers take half a minute", metric,
                    [.. Enumerable.Repeat(29_000.0, 4), .. Enumerable.Repeat(4_900.0, 96)]),
                Situation.Always("every answer takes 4,999 ms", metric, 4_999),
                Situation.Once("one answer takes half a minute, and the next ones do not", metric, 29_000),
            ],
            [
                Situation.Always(
                    "6 of 100 answers take 5,001 ms", metric,
                    [.. Enumerable.Repeat(5_001.0, 6), .. Enumerable.Repeat(100.0, 94)]),
            ]);
    }

    /// <summary>Something is refused again and again; each thing that may be refused counts by itself.</summary>
    private static AlarmCase Throttles(string alarm, IEnumerable<MetricKey> metrics)
    {
        var all = metrics.ToList();
        return new(
            alarm,
            2 * Period,
            [
                .. all.Select(metric => Situation.Always($"{metric} is 0", metric, 0)),
                .. all.Select(metric => Situation.Once($"{metric} is 1 once", metric, 1)),
            ],
            [.. all.Select(metric => Situation.Always($"{metric} goes on", metric, 1))]);
    }

    /// <summary>CloudWatch counts an index by itself.</summary>
    private static IEnumerable<MetricKey> Tables(RecordedProgram program, string name)
    {
        const string space = "AWS/DynamoDB";
        foreach (var table in program.Of("aws:dynamodb/table:Table"))
        {
            yield return MetricKey.Of(space, name, ("TableName", table.Text("name")));
            foreach (var index in table.List("globalSecondaryIndexes").Cast<ImmutableDictionary<string, object>>())
            {
                yield return MetricKey.Of(
                    space, name, ("TableName", table.Text("name")),
                    ("GlobalSecondaryIndexName", (string)index["name"]));
            }
        }
    }

    private static MetricKey OfTheApi(RecordedProgram program, string name)
    {
        var stage = program.Of("aws:apigateway/stage:Stage").Select(one => one.Text("stageName")).SingleOrDefault("");
        return MetricKey.Of("AWS/ApiGateway", name, ("ApiName", $"{Prefix}analytics-api"), ("Stage", stage));
    }

    /// <summary>The user's: more than 5 % of the invocations.</summary>
    private static AlarmCase Errors(string function)
    {
        var errors = MetricKey.Of("AWS/Lambda", "Errors", ("FunctionName", function));
        var invocations = MetricKey.Of("AWS/Lambda", "Invocations", ("FunctionName", function));
        Situation Failing(int of100) =>
            new($"{of100} of 100 invocations fail", new Dictionary<MetricKey, Func<int, double[]>>
            {
                [errors] = _ => Share(of100, 100),
                [invocations] = _ => Share(100, 100),
            });
        return new($"{function[Prefix.Length..]}-errors", 2 * Period, [Failing(4)], [Failing(6), Failing(100)]);
    }

    private static double[] Share(int ones, int of) => [.. Enumerable.Range(0, of).Select(at => at < ones ? 1.0 : 0)];

    private static MetricKey Own(string name) => MetricKey.Of(MetricNames.Namespace, name);
}
