using CallRecording.Infra.Monitoring;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Metrics;

/// <summary>A metric that there is, and how it may be asked for. Sources: the services' CloudWatch pages.</summary>
/// <param name="Dimensions">Each set of dimensions that it is kept by, with what each must name.</param>
/// <param name="Statistics">Those that say something; <c>p</c> stands for every percentile.</param>
internal sealed record KnownMetric(string Namespace, string Name, string[][] Dimensions, params string[] Statistics)
{
    private const string Queue = "QueueName", Machine = "StateMachineArn", Function = "FunctionName",
        Table = "TableName";
    private const string Index = "GlobalSecondaryIndexName", Api = "ApiName", Stage = "Stage";

    private static readonly string[][] NoDimensions = [[]];
    private static readonly string[][] Functions = [[Function]];
    private static readonly string[][] Machines = [[Machine]];
    private static readonly string[][] Queues = [[Queue]];
    private static readonly string[][] Stages = [[Api, Stage]];
    private static readonly string[][] Tables = [[Table], [Table, Index]];

    public static IReadOnlyList<KnownMetric> All { get; } =
    [
        new("AWS/SQS", "ApproximateNumberOfMessagesVisible", Queues, "Maximum"),
        new("AWS/SQS", "ApproximateAgeOfOldestMessage", Queues, "Maximum"),
        new("AWS/States", "ExecutionsStarted", Machines, "Sum"),
        new("AWS/States", "ExecutionsSucceeded", Machines, "Sum"),
        new("AWS/States", "ExecutionsFailed", Machines, "Sum"),
        new("AWS/States", "ExecutionsTimedOut", Machines, "Sum"),
        new("AWS/States", "ExecutionsAborted", Machines, "Sum"),
        new("AWS/States", "ExecutionTime", Machines, "p", "Average", "Maximum"),
        new("AWS/Lambda", "Errors", Functions, "Sum"),
        new("AWS/Lambda", "Invocations", Functions, "Sum"),
        new("AWS/Lambda", "Throttles", Functions, "Sum"),
        new("AWS/Lambda", "Duration", Functions, "p", "Average", "Maximum"),
        new("AWS/ApiGateway", "Count", Stages, "Sum", "SampleCount"),
        // A share of the answers by Average, a number of them by Sum.
        new("AWS/ApiGateway", "4XXError", Stages, "Sum", "Average"),
        new("AWS/ApiGateway", "5XXError", Stages, "Sum", "Average"),
        new("AWS/ApiGateway", "Latency", Stages, "p", "Average", "Maximum"),
        new("AWS/ApiGateway", "IntegrationLatency", Stages, "p", "Average", "Maximum"),
        new("AWS/DynamoDB", "ConsumedWriteCapacityUnits", Tables, "Sum"),
        new("AWS/DynamoDB", "ConsumedReadCapacityUnits", Tables, "Sum"),
        new("AWS/DynamoDB", "ReadThrottleEvents", Tables, "Sum"),
        new("AWS/DynamoDB", "WriteThrottleEvents", Tables, "Sum"),
        new(MetricNames.Namespace, MetricNames.DataAutomationFailures, NoDimensions, "Sum"),
        new(MetricNames.Namespace, MetricNames.JobDuration, NoDimensions, "p", "Average", "Maximum"),
        new(MetricNames.Namespace, MetricNames.CallsSettled, NoDimensions, "Sum"),
        new(MetricNames.Namespace, MetricNames.OldestInProgress, NoDimensions, "Maximum"),
        new(MetricNames.Namespace, MetricNames.FailuresNotRecorded, NoDimensions, "Sum"),
    ];

    /// <returns>What is wrong with asking for a metric so; null where nothing is.</returns>
    public static string? Problem(RecordedProgram program, MetricKey key, string statistic)
    {
        var known = All.SingleOrDefault(one => one.Namespace == key.Namespace && one.Name == key.Name);
        if (known is null)
        {
            return $"{key} does not exist";
        }

        var dimensions = Split(key.Dimensions);
        if (!known.Dimensions.Any(
            set => set.Order(StringComparer.Ordinal).SequenceEqual(dimensions.Select(one => one.Name))))
        {
            return $"{key} does not exist by these dimensions";
        }

        if (dimensions.FirstOrDefault(
            one => !IsThere(program, dimensions, one.Name, one.Value)) is { Name: not null } missing)
        {
            return $"{key} is of {missing.Value}, which is no {missing.Name} of the stack";
        }

        var kind = statistic.StartsWith('p') ? "p" : statistic;
        return known.Statistics.Contains(kind)
            ? null : $"{key} is asked for its {statistic}, expected {string.Join(" or ", known.Statistics)}";
    }

    private static List<(string Name, string Value)> Split(string dimensions) =>
    [
        .. dimensions.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('=', 2))
            .Select(pair => (pair[0], pair[1])),
    ];

    private static bool IsThere(
        RecordedProgram program, IReadOnlyList<(string Name, string Value)> all, string name,
        string value) => name switch
        {
            Queue => IsNamed(program, "aws:sqs/queue:Queue", "name", value),
            Function => IsNamed(program, "aws:lambda/function:Function", "name", value),
            Table => IsNamed(program, "aws:dynamodb/table:Table", "name", value),
            Api => IsNamed(program, "aws:apigateway/restApi:RestApi", "name", value),
            Stage => IsNamed(program, "aws:apigateway/stage:Stage", "stageName", value),
            Machine => Targets.Of(program, value, "aws:sfn/stateMachine:StateMachine", "arn", "id") is not null,
            Index => program.Of("aws:dynamodb/table:Table").Any(table =>
                table.Text("name") == all.Single(one => one.Name == Table).Value
                    && table.List("globalSecondaryIndexes").Any(index =>
                        ((System.Collections.Immutable.ImmutableDictionary<string, object>)index)["name"].Equals(
                            value))),
            _ => false,
        };

    private static bool IsNamed(RecordedProgram program, string type, string input, string value) =>
        program.Of(type).Any(one => one.Text(input) == value);
}
