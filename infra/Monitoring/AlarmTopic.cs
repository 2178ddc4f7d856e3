using CallRecording.Infra.Access;
using CallRecording.Infra.Settings;
using CallRecording.Infra.Storage;
using Pulumi;
using Pulumi.Aws.Sns;

namespace CallRecording.Infra.Monitoring;

/// <summary>Where alarms go, and who reads them.</summary>
internal sealed class AlarmTopic : ComponentResource
{
    public AlarmTopic(StackSettings settings, EncryptionKey key, ComponentResourceOptions options)
        : base("call-recording:monitoring:AlarmTopic", Names.Alarms, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var topic = new Topic(
            Names.Alarms,
            new() { Name = Names.Alarms, DisplayName = "Call recordings", KmsMasterKeyId = key.TopicsArn },
            child);
        _ = new TopicPolicy(
            Names.Alarms,
            new()
            {
                Arn = topic.Arn,
                Policy = PolicyDocument.Of(
                    Publish("cloudwatch", topic, settings),
                    Publish("budgets", topic, settings),
                    Statement.TlsOnlyTopic(topic.Arn)),
            },
            child);
        _ = new TopicSubscription(
            Names.Alarms,
            new() { Topic = topic.Arn, Protocol = "email", Endpoint = settings.AlarmEmail },
            child);
        Arn = topic.Arn;
        RegisterOutputs();
    }

    public Output<string> Arn { get; }

    private static Statement Publish(string service, Topic topic, StackSettings settings) =>
        new($"Publish{char.ToUpperInvariant(service[0])}{service[1..]}", "sns:Publish")
        {
            Principal = ("Service", $"{service}.amazonaws.com"),
            Resources = { topic.Arn },
            Conditions = [("StringEquals", "aws:SourceAccount", settings.AccountId)],
        };
}
