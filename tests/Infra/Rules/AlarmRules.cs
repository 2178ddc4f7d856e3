using System.Collections.Immutable;
using CallRecording.Infra.Monitoring;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Operators are told of everything that needs them, by a metric that exists, with what to do.</summary>
internal static class AlarmRules
{
    private const string AlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Prefix = "dmg-inbound-callrecording-";
    private const int MinAdvice = 60;

    /// <summary>In the lines that Lambda itself writes.</summary>
    private const string LambdaRecord = "record";

    /// <summary>Metrics of AWS that the stack may watch, with their dimensions. Source: the services' CloudWatch
    /// pages.</summary>
    private static readonly Dictionary<(string Namespace, string Metric), string[]> OfAws = new()
    {
        [("AWS/SQS", "ApproximateNumberOfMessagesVisible")] = ["QueueName"],
        [("AWS/SQS", "ApproximateAgeOfOldestMessage")] = ["QueueName"],
        [("AWS/States", "ExecutionsFailed")] = ["StateMachineArn"],
        [("AWS/States", "ExecutionsTimedOut")] = ["StateMachineArn"],
        [("AWS/States", "ExecutionsAborted")] = ["StateMachineArn"],
        [("AWS/ApiGateway", "5XXError")] = ["ApiName", "Stage"],
        [("AWS/ApiGateway", "Latency")] = ["ApiName", "Stage"],
        [("AWS/Lambda", "Throttles")] = ["FunctionName"],
        [("AWS/Lambda", "Errors")] = ["FunctionName"],
        [("AWS/Lambda", "Invocations")] = ["FunctionName"],
    };

    /// <summary>What operators must be told of, beside dead letters and each function's errors.</summary>
    private static readonly (string Namespace, string Metric)[] Watched =
    [
        ("AWS/States", "ExecutionsFailed"), ("AWS/States", "ExecutionsTimedOut"), ("AWS/States", "ExecutionsAborted"),
        ("AWS/SQS", "ApproximateAgeOfOldestMessage"), ("AWS/ApiGateway", "5XXError"), ("AWS/ApiGateway", "Latency"),
        ("AWS/DynamoDB", "ReadThrottleEvents"), ("AWS/DynamoDB", "WriteThrottleEvents"),
        (MetricNames.Namespace, MetricNames.FailuresNotRecorded),
        (MetricNames.Namespace, MetricNames.DataAutomationFailures),
        (MetricNames.Namespace, MetricNames.OldestInProgress),
    ];

    public static IEnumerable<string> Problems(RecordedProgram program) =>
        [.. Alarms(program), .. Missing(program), .. Listeners(program), .. LogMetrics(program)];

    private static IEnumerable<string> Alarms(RecordedProgram program)
    {
        var topics = program.Of("aws:sns/topic:Topic").Select(topic => Graph.Reference(topic, "arn")).ToHashSet();
        foreach (var alarm in program.Of(AlarmType))
        {
            if (alarm.List("alarmActions") is not [string action] || !topics.Contains(action))
            {
                yield return $"{alarm.Name} notifies no topic.";
            }

            if (alarm.Text("alarmDescription").Length < MinAdvice)
            {
                yield return $"{alarm.Name} does not say what to do.";
            }

            foreach (var (space, metric, dimensions) in Metrics(alarm))
            {
                if (!Exists(program, space, metric, dimensions))
                {
                    yield return $"{alarm.Name} watches {space} {metric} by {string.Join(", ", dimensions.Keys)}, "
                        + "which does not exist.";
                }
            }
        }
    }

    private static bool Exists(
        RecordedProgram program, string space, string metric, ImmutableDictionary<string, object> dimensions) =>
        space == "AWS/DynamoDB" ? metric is "ReadThrottleEvents" or "WriteThrottleEvents" && IsTableOrIndex(dimensions)
        : OfAws.TryGetValue((space, metric), out var known)
            ? known.Order(StringComparer.Ordinal).SequenceEqual(dimensions.Keys.Order(StringComparer.Ordinal))
            : dimensions.IsEmpty && space == MetricNames.Namespace
                && (Counted(program).Contains(metric) || SaidByFunctions.Contains(metric));

    private static bool IsTableOrIndex(ImmutableDictionary<string, object> dimensions) =>
        dimensions.ContainsKey("TableName")
            && dimensions.Keys.All(one => one is "TableName" or "GlobalSecondaryIndexName");

    /// <summary>Metrics that functions write themselves, by their own names in <c>tasks</c>.</summary>
    private static readonly IReadOnlySet<string> SaidByFunctions = EmbeddedMetricLines.Names;

    private static IEnumerable<string> Missing(RecordedProgram program)
    {
        var watched = program.Of(AlarmType).SelectMany(Metrics).ToList();
        foreach (var (space, metric) in Watched.Where(
            one => !watched.Exists(seen => (seen.Namespace, seen.Metric) == one)))
        {
            yield return $"No alarm watches {space} {metric}.";
        }

        foreach (var queue in QueueRules.DeadLetterQueues(program))
        {
            if (!watched.Exists(one => one.Metric == "ApproximateNumberOfMessagesVisible"
                && one.Dimensions.ContainsValue(Graph.Reference(queue, "name"))))
            {
                yield return $"No alarm watches the messages in {queue.Name}.";
            }
        }

        foreach (var function in Graph.Functions(program).Where(
            one => Graph.Variable(one, "FUNCTION") != "RecordFailure"))
        {
            if (!watched.Exists(one => one.Metric == "Errors"
                && one.Dimensions.ContainsValue(Graph.Reference(function, "function_name"))))
            {
                yield return $"No alarm watches the errors of {function.Name}.";
            }
        }

        foreach (var function in Graph.Functions(program))
        {
            if (!watched.Exists(one => one.Metric == "Throttles"
                && one.Dimensions.ContainsValue(Graph.Reference(function, "function_name"))))
            {
                yield return $"No alarm watches the throttles of {function.Name}.";
            }
        }
    }

    private static IEnumerable<string> Listeners(RecordedProgram program)
    {
        var alarms = program.Of("aws:sns/topic:Topic").SingleOrDefault(one => one.Name == Prefix + "alarms");
        var heard = alarms is not null && program.Of("aws:sns/topicSubscription:TopicSubscription").Any(one =>
            one.Text("topic") == Graph.Reference(alarms, "arn") && one.Text("endpoint") == program.Settings.AlarmEmail);
        return heard ? [] : ["No address is subscribed to the alarms."];
    }

    /// <summary>A filter on a field that no function logs would count nothing, unnoticed.</summary>
    private static IEnumerable<string> LogMetrics(RecordedProgram program)
    {
        foreach (var filter in program.Of("aws:cloudwatch/logMetricFilter:LogMetricFilter"))
        {
            foreach (var field in LoggedFields.In(filter.Text("pattern")).Where(field => field != LambdaRecord
                && !LoggedFields.All.Contains(field)))
            {
                yield return $"{filter.Name} looks for {field}, which no function logs.";
            }
        }
    }

    private static HashSet<string> Counted(RecordedProgram program) => program
        .Of("aws:cloudwatch/logMetricFilter:LogMetricFilter")
        .Select(filter => (string)filter.Block("metricTransformation")["name"])
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(string Namespace, string Metric, ImmutableDictionary<string, object> Dimensions)>
        Metrics(Registration alarm)
    {
        if (alarm.Text("metricName").Length > 0)
        {
            yield return (alarm.Text("namespace"), alarm.Text("metricName"), alarm.Block("dimensions"));
        }

        foreach (var query in alarm.List("metricQueries").Cast<ImmutableDictionary<string, object>>())
        {
            if (query.TryGetValue("metric", out var value) && value is ImmutableDictionary<string, object> metric)
            {
                yield return ((string)metric["namespace"], (string)metric["metricName"],
                    (ImmutableDictionary<string, object>)metric["dimensions"]);
            }
        }
    }
}
