namespace CallRecording.Local.Resources;

/// <summary>What the emulators hold for us, by the names their replies gave.</summary>
internal sealed record LocalResources(
    string TopicArn,
    string SubscriptionArn,
    string QueueUrl,
    string QueueArn,
    string DeadLetterQueueUrl,
    string DeadLetterQueueArn,
    string Table,
    string RecordingsBucket,
    string OutputBucket);
