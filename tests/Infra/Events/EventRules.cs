using System.Text.Json.Nodes;
using CallRecording.Tests.Infra.Program;
using CallRecording.Tests.Infra.Rules;

namespace CallRecording.Tests.Infra.Events;

/// <summary>The events that the settlement hears of: found out by putting events on the bus, not by reading its
/// rules.</summary>
internal static class EventRules
{
    private const string RuleType = "aws:cloudwatch/eventRule:EventRule";
    private const string TargetType = "aws:cloudwatch/eventTarget:EventTarget";
    private const string Settlement = "Settlement";
    private const string DeadLetters = "dmg-inbound-callrecording-settlement-sqs-dlq";

    public static IEnumerable<string> The_settlement_hears_once_of_each_execution_that_ended_without_success_alone(
        RecordedProgram program)
    {
        var machine = program.Of("aws:sfn/stateMachine:StateMachine").Single();
        foreach (var recorded in RecordedEvent.All(Graph.Reference(machine, "arn")))
        {
            var told = program.Of(RuleType)
                .Where(rule => rule.Text("eventPattern") is { Length: > 0 } pattern
                    && IsOn(rule) && EventPattern.Matches(JsonNode.Parse(pattern)!.AsObject(), recorded.Event))
                .SelectMany(rule => Functions(program, rule))
                .ToList();
            string[] expected = recorded.Settles ? [Settlement] : [];
            if (!told.SequenceEqual(expected))
            {
                yield return $"When {recorded.What}, {Told(told)} told, expected {Told(expected)}.";
            }
        }
    }

    public static IEnumerable<string> The_sweep_is_asked_for_every_five_minutes(RecordedProgram program)
    {
        var schedules = program.Of(RuleType)
            .Where(rule => rule.Text("scheduleExpression").Length > 0 && IsOn(rule)).ToList();
        var sweeps = schedules
            .Where(rule => Functions(program, rule).SequenceEqual([Settlement]))
            .Select(rule => rule.Text("scheduleExpression"));
        if (schedules.Count != 1 || !sweeps.SequenceEqual(["rate(5 minutes)"]))
        {
            yield return "The schedules are "
                + $"{string.Join(", ", schedules.Select(rule => rule.Text("scheduleExpression")))}, and the settlement "
                + $"hears of {string.Join(", ", sweeps)}; expected rate(5 minutes) alone.";
        }
    }

    public static IEnumerable<string> An_event_that_cannot_be_delivered_is_tried_again_for_an_hour_and_kept(
        RecordedProgram program)
    {
        var kept = program.Of("aws:sqs/queue:Queue").SingleOrDefault(queue => queue.Text("name") == DeadLetters);
        if (kept is null)
        {
            yield return $"There is no queue {DeadLetters}.";
            yield break;
        }

        var arn = Graph.Reference(kept, "arn");
        foreach (var target in program.Of(TargetType))
        {
            if (target.Block("deadLetterConfig").GetValueOrDefault("arn") is not string letters || letters != arn)
            {
                yield return $"What {target.Name} cannot deliver does not go to {kept.Name}.";
            }

            var retry = target.Block("retryPolicy");
            if (retry.GetValueOrDefault("maximumEventAgeInSeconds") is not 3600.0
                || retry.GetValueOrDefault("maximumRetryAttempts") is not 20.0)
            {
                yield return $"{target.Name} does not try 20 times in an hour.";
            }
        }
    }

    private static IEnumerable<string> Functions(RecordedProgram program, Registration rule) => program
        .Of(TargetType)
        .Where(target => target.Text("rule") == Graph.Reference(rule, "name")
            || target.Text("rule") == Graph.Reference(rule, "id"))
        .Select(target => Targets.Function(program, target.Text("arn")) is { } function
            ? Graph.Variable(function, "FUNCTION")
            : target.Text("arn"));

    // Enabled where it is not set.
    private static bool IsOn(Registration rule) => rule.Text("state") is "" or "ENABLED";

    private static string Told(IReadOnlyCollection<string> functions) => functions.Count switch
    {
        0 => "no target is",
        1 => $"{functions.Single()} is",
        _ => $"{string.Join(", ", functions)} are",
    };
}
