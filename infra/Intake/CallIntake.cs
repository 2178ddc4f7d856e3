using System.Text.Json;
using CallRecording.Infra.Access;
using CallRecording.Infra.Functions;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using Pulumi;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Sns;
using Pulumi.Aws.Sqs;

namespace CallRecording.Infra.Intake;

/// <summary>The way in: topic, queue with its dead letters, and the starter.</summary>
internal sealed class CallIntake : ComponentResource
{
    // The user's numbers.
    private const int VisibilitySeconds = 360;
    private const int DelaySeconds = 30;
    private const int LongPollSeconds = 10;
    private const int MaxReceives = 10;

    // The queue's visibility is six times this, as Lambda asks for: retries of a throttled function fit.
    private const int StarterSeconds = 60;

    /// <summary>Four days, SQS's default.</summary>
    private const int KeptSeconds = 4 * 86400;

    public CallIntake(
        StackSettings settings,
        FunctionArtifact artifact,
        CallStore store,
        EncryptionKey key,
        Input<string> stateMachineArn,
        ComponentResourceOptions options)
        : base("call-recording:intake:CallIntake", Names.Of("intake"), options)
    {
        var child = new CustomResourceOptions { Parent = this };
        Topic = new Topic(Names.Topic, new() { Name = Names.Topic, KmsMasterKeyId = key.TopicsArn }, child);
        _ = new TopicPolicy(
            Names.Topic,
            new() { Arn = Topic.Arn, Policy = PolicyDocument.Of(Publish(settings), Statement.TlsOnlyTopic(Topic.Arn)) },
            child);
        DeadLetters = new DeadLetterQueue(Names.DeadLetterQueue, key, new() { Parent = this });
        Queue = NewQueue(key, child);
        _ = new RedriveAllowPolicy(
            Names.DeadLetterQueue,
            new() { QueueUrl = DeadLetters.Queue.Url, RedriveAllowPolicyName = AllowRedriveFrom(Queue) },
            child);
        var policy = new QueuePolicy(
            Names.Queue,
            new() { QueueUrl = Queue.Url, Policy = PolicyDocument.Of(Deliver(), Statement.TlsOnlyQueue(Queue.Arn)) },
            child);
        Subscribe(policy);
        Starter = NewStarter(settings, artifact, store, key, stateMachineArn);
        Listen(settings);
        RegisterOutputs();
    }

    public Topic Topic { get; }

    public Queue Queue { get; }

    public DeadLetterQueue DeadLetters { get; }

    public TaskFunction Starter { get; }

    private Queue NewQueue(EncryptionKey key, CustomResourceOptions child) => new(
        Names.Queue,
        new()
        {
            Name = Names.Queue,
            VisibilityTimeoutSeconds = VisibilitySeconds,
            DelaySeconds = DelaySeconds,
            ReceiveWaitTimeSeconds = LongPollSeconds,
            MessageRetentionSeconds = KeptSeconds,
            SqsManagedSseEnabled = key.DataArn is null ? true : null,
            KmsMasterKeyId = key.Data,
            RedrivePolicy = DeadLetters.Queue.Arn.Apply(arn => JsonSerializer.Serialize(
                new { deadLetterTargetArn = arn, maxReceiveCount = MaxReceives })),
        },
        child);

    private static Output<string> AllowRedriveFrom(Queue queue) => queue.Arn.Apply(arn => JsonSerializer.Serialize(
        new { redrivePermission = "byQueue", sourceQueueArns = new[] { arn } }));

    /// <remarks>Not raw: the envelope's time stands in for a notification without one. What SNS cannot deliver goes to
    /// the queue's own dead letters.</remarks>
    private void Subscribe(QueuePolicy policy)
    {
        DeadLetters.Accept("sns.amazonaws.com", Topic.Arn);
        _ = new TopicSubscription(
            Names.Queue,
            new()
            {
                Topic = Topic.Arn,
                Protocol = "sqs",
                Endpoint = Queue.Arn,
                RedrivePolicy = DeadLetters.Queue.Arn.Apply(
                    arn => JsonSerializer.Serialize(new { deadLetterTargetArn = arn })),
            },
            new() { Parent = this, DependsOn = { policy } });
    }

    private TaskFunction NewStarter(
        StackSettings settings,
        FunctionArtifact artifact,
        CallStore store,
        EncryptionKey key,
        Input<string> stateMachineArn) => new(
        "starter",
        new()
        {
            Settings = settings,
            Artifact = artifact,
            Key = key,
            Function = "Starter",
            Description = "Puts each call recording that the queue tells of on record, and starts its execution.",
            TimeoutSeconds = StarterSeconds,
            Environment =
            {
                ["STATE_MACHINE_ARN"] = stateMachineArn,
                ["DYNAMODB_TABLE_NAME"] = store.Table.Name,
                ["WORDS_TABLE_NAME"] = store.Words.Name,
            },
            Permissions =
            [
                new("ReadQueue", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
                {
                    Resources = { Queue.Arn },
                },
                new("ReceiveCalls", "dynamodb:Query", "dynamodb:UpdateItem") { Resources = { store.Table.Arn } },
                new("ReadItemsAndWords", "dynamodb:GetItem") { Resources = { store.Table.Arn, store.Words.Arn } },
                // The starter adds words and takes none away; both go by one action.
                new("WriteWords", "dynamodb:PutItem", "dynamodb:BatchWriteItem") { Resources = { store.Words.Arn } },
                new("StartExecution", "states:StartExecution") { Resources = { stateMachineArn } },
            ],
        },
        new() { Parent = this });

    private void Listen(StackSettings settings) => _ = new EventSourceMapping(
        Names.Queue,
        new()
        {
            EventSourceArn = Queue.Arn,
            FunctionName = Starter.Live.Arn,
            BatchSize = settings.BatchSize,
            MaximumBatchingWindowInSeconds = settings.BatchWindowSeconds,
            FunctionResponseTypes = { "ReportBatchItemFailures" },
            ScalingConfig = new EventSourceMappingScalingConfigArgs { MaximumConcurrency = settings.MaxStarters },
        },
        new() { Parent = this });

    /// <remarks>Without a named publisher the account's own policies decide, as with a topic that has no
    /// policy.</remarks>
    private Statement Publish(StackSettings settings) => new("Publish", "sns:Publish")
    {
        Principal = ("AWS", settings.PublisherArn.Length > 0
            ? settings.PublisherArn
            : $"arn:aws:iam::{settings.AccountId}:root"),
        Resources = { Topic.Arn },
    };

    private Statement Deliver() => new("Deliver", "sqs:SendMessage")
    {
        Principal = ("Service", "sns.amazonaws.com"),
        Resources = { Queue.Arn },
        Conditions = [("ArnEquals", "aws:SourceArn", Topic.Arn)],
    };
}
