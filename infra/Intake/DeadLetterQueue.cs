using CallRecording.Infra.Access;
using CallRecording.Infra.Storage;
using Pulumi;
using Pulumi.Aws.Sqs;

namespace CallRecording.Infra.Intake;

/// <summary>A queue of messages that could not be handled: it keeps them for two weeks, and an alarm notifies the
/// operators.</summary>
internal sealed class DeadLetterQueue : ComponentResource
{
    /// <summary>The longest that SQS keeps a message.</summary>
    private const int KeptSeconds = 14 * 86400;

    public DeadLetterQueue(string name, EncryptionKey key, ComponentResourceOptions options)
        : base("call-recording:intake:DeadLetterQueue", name, options)
    {
        Queue = new Queue(
            name,
            new()
            {
                Name = name,
                MessageRetentionSeconds = KeptSeconds,
                SqsManagedSseEnabled = key.DataArn is null ? true : null,
                KmsMasterKeyId = key.Data,
            },
            new() { Parent = this });
        RegisterOutputs();
    }

    public Queue Queue { get; }

    /// <summary>Lets one service put messages here, on behalf of one thing.</summary>
    public void Accept(string service, params Input<string>[] sources)
    {
        var statements = sources.Select((source, number) => new Statement($"Accept{number + 1}", "sqs:SendMessage")
        {
            Principal = ("Service", service),
            Resources = { Queue.Arn },
            Conditions = [("ArnEquals", "aws:SourceArn", source)],
        });
        _ = new QueuePolicy(
            GetResourceName(),
            new()
            {
                QueueUrl = Queue.Url,
                Policy = PolicyDocument.Of([.. statements, Statement.TlsOnlyQueue(Queue.Arn)]),
            },
            new() { Parent = this });
    }
}
