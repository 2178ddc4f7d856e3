using System.Text.Json.Nodes;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Rules.Values;

/// <summary>The numbers of queues and topics, and where what they hold goes.</summary>
internal static class QueueValueRules
{
    private const string QueueType = "aws:sqs/queue:Queue";

    public static IEnumerable<string> The_queue_has_the_users_numbers(RecordedProgram program) =>
    [
        .. Inputs.UnlikeOne(
            program, QueueType, Stack.Queue,
            ("visibilityTimeoutSeconds", 360), ("delaySeconds", 30), ("receiveWaitTimeSeconds", 10),
            ("messageRetentionSeconds", 345_600),
            ("fifoQueue", null)),
        .. Inputs.One(program, QueueType, Stack.Queue) is ({ } queue, _)
            && Redrive(queue)["maxReceiveCount"]?.ToJsonString() != "10"
            ? ["A message is not given up after 10 receives."]
            : Array.Empty<string>(),
    ];

    public static IEnumerable<string> What_cannot_be_handled_goes_to_its_own_dead_letters(RecordedProgram program)
    {
        var calls = Stack.Reference(program, QueueType, Stack.DeadLetters, "arn");
        var settlement = Stack.Reference(program, QueueType, Stack.SettlementDeadLetters, "arn");
        foreach (var one in program.Resources.Where(one => one.Text("redrivePolicy").Length > 0))
        {
            if ((string?)Redrive(one)["deadLetterTargetArn"] != calls)
            {
                yield return $"The dead letters of {one.Type} {one.Name} go to "
                    + $"{(string?)Redrive(one)["deadLetterTargetArn"]}, expected {calls}.";
            }
        }

        foreach (var config in program.Of("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"))
        {
            foreach (var problem in Inputs.Unlike(
                config,
                ("destinationConfig.onFailure.destination", settlement), ("maximumRetryAttempts", 2),
                ("maximumEventAgeInSeconds", 3600)))
            {
                yield return problem;
            }
        }

        var queue = Stack.Reference(program, QueueType, Stack.Queue, "arn");
        foreach (var allow in program.Of("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy"))
        {
            var policy = JsonNode.Parse(allow.Text("redriveAllowPolicy"))!;
            if ((string?)policy["redrivePermission"] != "byQueue"
                || policy["sourceQueueArns"]?.ToJsonString() != new JsonArray(queue).ToJsonString())
            {
                yield return $"{allow.Name} takes dead letters from {policy.ToJsonString()}, expected {queue} alone.";
            }
        }
    }

    public static IEnumerable<string> Dead_letters_are_kept_for_two_weeks(RecordedProgram program) =>
        ((string[])[Stack.DeadLetters, Stack.SettlementDeadLetters])
            .SelectMany(name => Inputs.UnlikeOne(program, QueueType, name, ("messageRetentionSeconds", 14 * 86_400)));

    public static IEnumerable<string> Messages_are_encrypted_with_the_key_of_the_settings(RecordedProgram program)
    {
        var isOurs = program.Settings.Encryption is EncryptionMode.Kms;
        return program.Of(QueueType)
            .SelectMany(queue => Inputs.Unlike(
                queue, ("kmsMasterKeyId", isOurs ? Stack.Key(program) : null),
                ("sqsManagedSseEnabled", isOurs ? null : true)))
            // AWS's own key for topics does not let services publish: topics have the stack's, always.
            .Concat(program.Of("aws:sns/topic:Topic").Where(topic => !IsKey(program, topic.Text("kmsMasterKeyId")))
                .Select(
                    topic => $"{topic.Name} is encrypted with '{topic.Text("kmsMasterKeyId")}', expected a "
                        + "key of the stack's."));
    }

    /// <summary>Not raw: the envelope's time stands in for a notification without one.</summary>
    public static IEnumerable<string> What_is_published_reaches_the_queue_in_its_envelope(RecordedProgram program) =>
        Inputs.UnlikeOne(
            program, "aws:sns/topicSubscription:TopicSubscription", Stack.Queue,
            ("topic", Stack.Reference(program, "aws:sns/topic:Topic", Stack.Topic, "arn")),
            ("endpoint", Stack.Reference(program, QueueType, Stack.Queue, "arn")),
            ("protocol", "sqs"), ("rawMessageDelivery", null), ("filterPolicy", null));

    public static IEnumerable<string> The_starter_reads_the_queue_as_the_settings_say(RecordedProgram program)
    {
        var settings = program.Settings;
        foreach (var source in program.Of("aws:lambda/eventSourceMapping:EventSourceMapping"))
        {
            if (Targets.Function(program, source.Text("functionName")) is not { } function
                || Graph.Variable(function, "FUNCTION") != "Starter")
            {
                yield return $"{source.Name} is read by {source.Text("functionName")}, which is not the starter.";
            }

            foreach (var problem in Inputs.Unlike(
                source,
                ("eventSourceArn", Stack.Reference(program, QueueType, Stack.Queue, "arn")),
                ("batchSize", settings.BatchSize), ("maximumBatchingWindowInSeconds", settings.BatchWindowSeconds),
                ("scalingConfig.maximumConcurrency", settings.MaxStarters),
                ("functionResponseTypes", new[] { "ReportBatchItemFailures" }), ("enabled", null)))
            {
                yield return problem;
            }
        }
    }

    public static IEnumerable<string> Alarms_are_mailed_to_the_address_of_the_settings(RecordedProgram program) =>
        Inputs.UnlikeOne(
            program, "aws:sns/topicSubscription:TopicSubscription", Stack.Alarms,
            ("topic", Stack.Reference(program, "aws:sns/topic:Topic", Stack.Alarms, "arn")),
            ("protocol", "email"), ("endpoint", program.Settings.AlarmEmail));

    private static bool IsKey(RecordedProgram program, string arn) =>
        Targets.Of(program, arn, "aws:kms/key:Key", "arn", "key_id", "id") is not null;

    private static JsonNode Redrive(Registration resource) =>
        resource.Text("redrivePolicy") is { Length: > 0 } policy ? JsonNode.Parse(policy)! : new JsonObject();
}
