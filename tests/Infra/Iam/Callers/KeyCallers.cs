using CallRecording.Tests.Infra.Iam.Deployed;
using CallRecording.Tests.Infra.Iam.Evaluation;

namespace CallRecording.Tests.Infra.Iam.Callers;

/// <summary>Services that use the stack's key for themselves. What each sends with it is its encryption context: not
/// all of them tell for whom they act. Sources: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html,
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html,
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html.</summary>
internal static class KeyCallers
{
    private const string KeyOf = "kmsMasterKeyId";

    private static readonly string[] ToSend = ["kms:GenerateDataKey", "kms:Decrypt"];

    private static readonly string[] ToLog =
    [
        "kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:DescribeKey",
    ];

    public static IEnumerable<DesignedCaller> Of(DeployedProgram program) =>
        [.. Publisher(program), .. Publishers(program), .. Senders(program), .. Logs(program)];

    /// <summary>SNS uses the key as the publisher, from whatever account.</summary>
    private static IEnumerable<DesignedCaller> Publisher(DeployedProgram program)
    {
        var caller = DesignedCallers.Publisher(program);
        var topic = program.Of("aws:sns/topic:Topic").First(one => program.Arn(one) == caller.Request.Resource);
        return topic.Text(KeyOf) is not { Length: > 0 } key
            ? []
            : ToSend.Select(action => new DesignedCaller(
                "the publisher publishes to the encrypted topic",
                new AccessRequest(caller.Request.Caller, action, key, program.Account).With(
                    (SourceKeys.OfTopic, program.Arn(topic)),
                    (SourceKeys.ViaService, $"sns.{program.Region}.amazonaws.com"),
                    (SourceKeys.CallerAccount, caller.Request.Caller.Account ?? "")))
            {
                Own = caller.Own,
            });
    }

    private static IEnumerable<DesignedCaller> Publishers(DeployedProgram program)
    {
        var topic = program.Of("aws:sns/topic:Topic")
            .First(one => one.Name.EndsWith("-alarms", StringComparison.Ordinal));
        return topic.Text(KeyOf) is not { Length: > 0 } key
            ? []
            : new[] { "cloudwatch", "budgets" }.SelectMany(service => Use(
                program, $"{service} publishes to the encrypted {topic.Name}", $"{service}.amazonaws.com", key, ToSend,
                SourceKeys.OfTopic, program.Arn(topic)));
    }

    private static IEnumerable<DesignedCaller> Senders(DeployedProgram program)
    {
        (string End, string Service)[] senders =
            [("-transcript-sqs-queue", "sns"), ("-transcript-sqs-dlq", "sns"), ("-settlement-sqs-dlq", "events")];
        return
            from queue in program.Of("aws:sqs/queue:Queue")
            let key = queue.Text(KeyOf)
            where key.Length > 0
            from sender in senders
            where queue.Name.EndsWith(sender.End, StringComparison.Ordinal)
            from caller in Use(
                program, $"{sender.Service} sends to the encrypted {queue.Name}", $"{sender.Service}.amazonaws.com",
                key, ToSend,
                SourceKeys.OfQueue, program.Arn(queue))
            select caller;
    }

    private static IEnumerable<DesignedCaller> Logs(DeployedProgram program) =>
        from logs in program.Of("aws:cloudwatch/logGroup:LogGroup")
        let key = logs.Text("kmsKeyId")
        where key.Length > 0
        from caller in Use(
            program, $"CloudWatch encrypts {logs.Name}", $"logs.{program.Region}.amazonaws.com", key, ToLog,
            SourceKeys.OfLogs, program.Arn(logs))
        select caller with { IsForTheAccount = true };

    private static IEnumerable<DesignedCaller> Use(
        DeployedProgram program, string what, string service, string key, string[] actions, string contextKey,
        string context) =>
        actions.Select(action => new DesignedCaller(
            what,
            new AccessRequest(new Caller.Service(service), action, key, program.Account).With((contextKey, context))));
}
