using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace CallRecording.Emulators.EventSourceMapping;

/// <summary>The event that Lambda makes of a batch of messages.</summary>
internal static class BatchEvent
{
    private static readonly string[] SystemAttributes =
    [
        MessageSystemAttributeName.ApproximateReceiveCount,
        MessageSystemAttributeName.SentTimestamp,
        MessageSystemAttributeName.SenderId,
        MessageSystemAttributeName.ApproximateFirstReceiveTimestamp,
    ];

    public static byte[] Create(IEnumerable<Message> messages, string queueArn) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["Records"] = new JsonArray([.. messages.Select(message => Record(message, queueArn))]),
        });

    private static JsonObject Record(Message message, string queueArn)
    {
        var record = new JsonObject
        {
            ["messageId"] = message.MessageId,
            ["receiptHandle"] = message.ReceiptHandle,
            ["body"] = message.Body,
            ["attributes"] = Attributes(message),
            ["messageAttributes"] = MessageAttributes(message),
            ["md5OfBody"] = message.MD5OfBody,
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = queueArn,
            ["awsRegion"] = RegionOf(queueArn),
        };
        if (message.MD5OfMessageAttributes is { } md5)
        {
            record["md5OfMessageAttributes"] = md5;
        }

        return record;
    }

    private static JsonObject Attributes(Message message)
    {
        var attributes = new JsonObject();
        foreach (var name in SystemAttributes)
        {
            if (message.Attributes?.GetValueOrDefault(name) is { } value)
            {
                attributes[name] = value;
            }
        }

        return attributes;
    }

    private static JsonObject MessageAttributes(Message message)
    {
        var attributes = new JsonObject();
        foreach (var (name, value) in message.MessageAttributes ?? [])
        {
            var attribute = new JsonObject
            {
                ["stringListValues"] = new JsonArray(),
                ["binaryListValues"] = new JsonArray(),
                ["dataType"] = value.DataType,
            };
            if (value.BinaryValue is { } binary)
            {
                attribute["binaryValue"] = Convert.ToBase64String(binary.ToArray());
            }
            else
            {
                attribute["stringValue"] = value.StringValue;
            }

            attributes[name] = attribute;
        }

        return attributes;
    }

    // arn:aws:sqs:region:account:name
    private static string RegionOf(string queueArn) => queueArn.Split(':')[3];
}
