using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules;

/// <summary>Nothing that arrives is lost: what cannot be handled has a queue to go to, and is kept there for two
/// weeks.</summary>
internal static class QueueRules
{
    private const string QueueType = "aws:sqs/queue:Queue";
    private const int MaxSeconds = 14 * 86400;
    private const int UsersReceives = 10;

    // https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    private const int TimesTheTimeout = 6;

    public static IEnumerable<string> Problems(RecordedProgram program) =>
        [
            .. Queues(program), .. Dangling(program), .. Subscriptions(program), .. Targets(program),
            .. AsynchronousFunctions(program), .. Visibility(program),
        ];

    /// <summary>The queues that something else sends its failures to.</summary>
    public static IReadOnlyList<Registration> DeadLetterQueues(RecordedProgram program) =>
        [.. program.Of(QueueType).Where(queue => IsForDeadLetters(program, queue))];

    private static bool IsForDeadLetters(RecordedProgram program, Registration queue) =>
        program.Resources.Any(one => DeadLetterArn(one) == Graph.Reference(queue, "arn"));

    private static string DeadLetterArn(Registration resource)
    {
        if (resource.Text("redrivePolicy") is { Length: > 0 } redrive)
        {
            return (string?)JsonNode.Parse(redrive)!["deadLetterTargetArn"] ?? "";
        }

        if (resource.Block("deadLetterConfig").TryGetValue("arn", out var arn))
        {
            return (string)arn;
        }

        return resource.Block("destinationConfig").TryGetValue("onFailure", out var failure)
            && failure is ImmutableDictionary<string, object> destination
            ? (string)destination["destination"]
            : "";
    }

    private static IEnumerable<string> Queues(RecordedProgram program)
    {
        foreach (var queue in program.Of(QueueType))
        {
            if (IsForDeadLetters(program, queue))
            {
                if (queue.Number("messageRetentionSeconds") != MaxSeconds)
                {
                    yield return $"{queue.Name} keeps dead letters for {queue.Number("messageRetentionSeconds")} s.";
                }

                continue;
            }

            if (!program.Of(QueueType).Any(other => Graph.Reference(other, "arn") == DeadLetterArn(queue)))
            {
                yield return $"{queue.Name} has no dead-letter queue.";
                continue;
            }

            var receives = (int?)JsonNode.Parse(queue.Text("redrivePolicy"))!["maxReceiveCount"];
            if (receives != UsersReceives)
            {
                yield return $"{queue.Name} gives a message up after {receives} receives, expected {UsersReceives}.";
            }

            if (!program.Of("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy").Any(one =>
                one.Text("redriveAllowPolicy").Contains(Graph.Reference(queue, "arn"), StringComparison.Ordinal)))
            {
                yield return $"The dead letters of {queue.Name} are open to other queues.";
            }
        }
    }

    private static IEnumerable<string> Dangling(RecordedProgram program)
    {
        var queues = program.Of(
            QueueType).Select(queue => Graph.Reference(queue, "arn")).ToHashSet(StringComparer.Ordinal);
        return program.Resources
            .Where(one => DeadLetterArn(one) is { Length: > 0 } arn && !queues.Contains(arn))
            .Select(
                one => $"The dead letters of {one.Type} {one.Name} go to {DeadLetterArn(one)}, which is not there.");
    }

    private static IEnumerable<string> Subscriptions(RecordedProgram program)
    {
        var subscriptions = program.Of(
            "aws:sns/topicSubscription:TopicSubscription").Where(one => one.Text("protocol") == "sqs").ToList();
        var read = program.Of(
            "aws:lambda/eventSourceMapping:EventSourceMapping").Select(one => one.Text("eventSourceArn"));
        foreach (var queue in read.Where(queue => !subscriptions.Exists(one => one.Text("endpoint") == queue)))
        {
            yield return $"Nothing that is published reaches {queue}.";
        }

        foreach (var lossy in subscriptions.Where(one => DeadLetterArn(one).Length == 0))
        {
            yield return $"What SNS cannot deliver to {lossy.Name} is lost.";
        }
    }

    private static IEnumerable<string> Targets(RecordedProgram program) => program
        .Of("aws:cloudwatch/eventTarget:EventTarget")
        .Where(one => DeadLetterArn(one).Length == 0)
        .Select(one => $"Events that {one.Name} cannot deliver are lost.");

    private static IEnumerable<string> AsynchronousFunctions(RecordedProgram program)
    {
        var kept = program.Of("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig")
            .Where(one => DeadLetterArn(one).Length > 0)
            .Select(one => (one.Text("functionName"), one.Text("qualifier")))
            .ToHashSet();
        return Graph.Functions(program)
            .Where(function => program.Of("aws:cloudwatch/eventTarget:EventTarget")
                .Any(target => target.Text("arn") == Graph.OfLive(program, function, "arn")))
            .Where(function =>
                !kept.Contains((Graph.Reference(function, "function_name"), Graph.OfLive(program, function, "name"))))
            .Select(function => $"Events that {function.Name} fails on are lost.");
    }

    private static IEnumerable<string> Visibility(RecordedProgram program)
    {
        var sources = program.Of("aws:lambda/eventSourceMapping:EventSourceMapping").ToList();
        if (sources.Count == 0)
        {
            yield return "No function reads a queue.";
        }

        foreach (var source in sources)
        {
            var queue = program.Of(
                QueueType).SingleOrDefault(one => Graph.Reference(one, "arn") == source.Text("eventSourceArn"));
            var function = Graph.Functions(
                program).SingleOrDefault(one => Graph.OfLive(program, one, "arn") == source.Text("functionName"));
            if (queue is null || function is null)
            {
                yield return $"{source.Name} is between things that are not there.";
            }
            else if (queue.Number("visibilityTimeoutSeconds") < TimesTheTimeout * function.Number("timeout"))
            {
                yield return $"{queue.Name} hides a message for {queue.Number("visibilityTimeoutSeconds")} s, "
                    + $"expected at least {TimesTheTimeout} times the {function.Number("timeout")} s "
                    + $"of {function.Name}.";
            }

            if (!source.List("functionResponseTypes").Contains("ReportBatchItemFailures"))
            {
                yield return $"{source.Name} returns a whole batch for one bad message.";
            }
        }
    }
}
