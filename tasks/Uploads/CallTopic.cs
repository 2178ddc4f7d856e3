using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using CallRecording.Tasks.Failures;
using CallRecording.Workflow;

namespace CallRecording.Tasks.Uploads;

/// <summary>The topic that all calls arrive on, of every publisher.</summary>
internal sealed class CallTopic(IAmazonSimpleNotificationService sns, string topicArn)
{
    public Task PublishAsync(CallNotification notification, CancellationToken cancellationToken)
    {
        var request = new PublishRequest { TopicArn = topicArn, Message = notification.CanonicalJson() };
        return ServiceErrors.TranslateAsync(
            $"Publish {topicArn}", () => sns.PublishAsync(request, cancellationToken));
    }
}
