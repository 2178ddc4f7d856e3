using Amazon.S3;
using Amazon.SQS;
using Amazon.SQS.Model;
using CallRecording.Emulators.Node;

namespace CallRecording.Local.Resources;

/// <summary>Makes what is missing and sets what differs, at every start.</summary>
internal static class ResourceSetup
{
    /// <param name="speed">How many times faster than in AWS the queue's clock runs, 1 or more.</param>
    public static async Task<LocalResources> EnsureAsync(
        EmulatorEndpoints endpoints, double speed, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(speed, 1);
        using var sqs = endpoints.CreateSqs();
        using var s3 = endpoints.CreateS3();
        using var dynamoDb = endpoints.CreateDynamoDb();
        using var topics = new TopicClient(endpoints.Aws);

        var (deadUrl, deadArn) = await EnsureQueueAsync(
            sqs, ResourceNames.DeadLetterQueue, QueueSettings.DeadLetters(), cancellationToken);
        var (queueUrl, queueArn) = await EnsureQueueAsync(
            sqs, ResourceNames.Queue, QueueSettings.Calls(deadArn, speed), cancellationToken);
        var topicArn = await topics.CreateTopicAsync(ResourceNames.Topic, cancellationToken);
        var subscriptionArn = await topics.SubscribeQueueAsync(topicArn, queueArn, cancellationToken);
        await EnsureBucketAsync(s3, ResourceNames.RecordingsBucket, cancellationToken);
        await EnsureBucketAsync(s3, ResourceNames.OutputBucket, cancellationToken);
        await CallTable.EnsureAsync(dynamoDb, ResourceNames.Table, cancellationToken);
        await WordTable.EnsureAsync(dynamoDb, ResourceNames.WordsTable, cancellationToken);

        return new(
            topicArn,
            subscriptionArn,
            queueUrl,
            queueArn,
            deadUrl,
            deadArn,
            ResourceNames.Table,
            ResourceNames.RecordingsBucket,
            ResourceNames.OutputBucket);
    }

    // Two steps: CreateQueue refuses a queue that is there with other attributes.
    private static async Task<(string Url, string Arn)> EnsureQueueAsync(
        IAmazonSQS sqs, string name, Dictionary<string, string> attributes, CancellationToken cancellationToken)
    {
        var url = await FindQueueAsync(sqs, name, cancellationToken)
            ?? (await sqs.CreateQueueAsync(name, cancellationToken)).QueueUrl;
        await sqs.SetQueueAttributesAsync(url, attributes, cancellationToken);
        var answer = await sqs.GetQueueAttributesAsync(url, [QueueAttributeName.QueueArn], cancellationToken);
        return (url, answer.QueueARN);
    }

    private static async Task<string?> FindQueueAsync(IAmazonSQS sqs, string name, CancellationToken cancellationToken)
    {
        try
        {
            return (await sqs.GetQueueUrlAsync(name, cancellationToken)).QueueUrl;
        }
        catch (QueueDoesNotExistException)
        {
            return null;
        }
    }

    private static async Task EnsureBucketAsync(IAmazonS3 s3, string name, CancellationToken cancellationToken)
    {
        var buckets = await s3.ListBucketsAsync(cancellationToken);
        if (buckets.Buckets?.Exists(bucket => bucket.BucketName == name) != true)
        {
            await s3.PutBucketAsync(name, cancellationToken);
        }
    }
}
